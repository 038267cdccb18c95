import type {
  AttendanceStatistics,
  OwnAttendance,
  statisticsFile,
} from '../../models/contracts/attendance-statistics.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { z } from 'zod';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { after, hours } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import { dayOf } from '../platform/paper-dates.ts';
import { type Sheet, sheetTypes, toCsv, toXlsx } from '../platform/sheet.ts';
import { fileOf } from './roll-files.ts';
import { ownAttendance, statisticsOf } from './statistics-rules.ts';
import { readHeldMeetings, readLines, readLinesOf, readMeetingsOf } from './statistics-store.ts';

/** Days in Việt Nam as dates, both included. */
interface Period {
  bodyId: Id;
  from: string;
  to: string;
}

/** Attendance over time. Nothing is counted that the rolls do not say. */
export interface StatisticsService {
  /** @throws AppError `not_found`, `invalid_input` when the period ends before it begins */
  ofBody(caller: Caller, period: Period): Promise<AttendanceStatistics>;
  /** Who took it is in the trace. @throws AppError as above */
  file(caller: Caller, wanted: z.infer<typeof statisticsFile.params>): Promise<SentFile>;
  /** The caller's own. */
  mine(caller: Caller): Promise<{ items: OwnAttendance[] }>;
}

interface StatisticsDeps {
  database: Database;
  meetings: Pick<MeetingsService, 'bodyNameOf'>;
  audit: AuditService;
}

export function createStatisticsService({
  database,
  meetings,
  audit,
}: StatisticsDeps): StatisticsService {
  const ofBody = async (_caller: Caller, { bodyId, from, to }: Period) => {
    if (to < from) throw new AppError('invalid_input', { fields: ['to'] });
    const db = database.read;
    const bodyName = await meetings.bodyNameOf(db, bodyId);
    const period = { bodyId, from: beginOf(from), until: after(beginOf(to), hours(24)) };
    const held = await readHeldMeetings(db, period);
    const ids = held.map(({ meetingId }) => meetingId);
    return { bodyId, bodyName, ...statisticsOf(held, await readLines(db, ids)) };
  };
  return {
    ofBody,
    async file(caller, { format, ...period }) {
      const counted = await ofBody(caller, period);
      const sheet = sheetOf(counted, period);
      const bytes = format === 'xlsx' ? await toXlsx(sheet) : toCsv(sheet);
      await database.write((tx) =>
        audit.record(tx, caller, {
          action: 'attendance.statistics_exported',
          subject: counted.bodyName,
          details: { kind: format, period: `${period.from} – ${period.to}` },
        }),
      );
      const name = `Thống kê điểm danh ${period.from} ${period.to}.${format}`;
      return fileOf(bytes, sheetTypes[format], name);
    },
    async mine(caller) {
      const { personId } = personOf(caller);
      const held = await readMeetingsOf(database.read, personId);
      return { items: ownAttendance(held, await readLinesOf(database.read, personId)) };
    },
  };
}

/** Midnight of a day in Việt Nam, which keeps no summer time. */
const beginOf = (day: string): string => after(`${day}T00:00:00.000Z`, -hours(7));

function sheetOf({ bodyName, people }: AttendanceStatistics, { from, to }: Period): Sheet {
  const days = `Từ ngày ${dayOf(beginOf(from))} đến ngày ${dayOf(beginOf(to))}`;
  return {
    name: 'Thống kê',
    title: ['THỐNG KÊ ĐIỂM DANH', bodyName, days],
    columns: [
      { header: 'STT', width: 6 },
      { header: 'Họ và tên', width: 28 },
      { header: 'Chức vụ', width: 30 },
      { header: 'Số phiên', width: 10 },
      { header: 'Có mặt', width: 10 },
      { header: 'Tỷ lệ (%)', width: 10 },
      { header: 'Trực tiếp', width: 10 },
      { header: 'Trực tuyến', width: 10 },
      { header: 'Về sớm', width: 10 },
      { header: 'Vắng có lý do', width: 12 },
      { header: 'Vắng', width: 10 },
      { header: 'Chưa điểm danh', width: 12 },
      { header: 'Đúng giờ', width: 10 },
      { header: 'Đến muộn', width: 10 },
    ],
    rows: people.map(({ fullName, office, invited, attended, counts, punctual, late }, at) => [
      at + 1,
      fullName,
      office,
      invited,
      attended,
      Math.round((1000 * attended) / invited) / 10,
      counts.in_person,
      counts.online,
      counts.left,
      counts.excused,
      counts.absent,
      counts.not_yet,
      punctual,
      late,
    ]),
  };
}
