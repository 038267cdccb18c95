import { Readable } from 'node:stream';
import type { exportFormats } from '../../models/contracts/attendance.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { SentFile } from '../platform/http-routes.ts';
import { toPdf } from '../platform/paper.ts';
import { sheetTypes, toCsv, toXlsx } from '../platform/sheet.ts';
import { readRoll } from './roll.ts';
import { rollFileName, rollPaper, rollSheet } from './roll-papers.ts';
import type { AttendanceDeps } from './service.ts';

export interface RollFile {
  meetingId: Id;
  format: (typeof exportFormats)[number];
}

/** The roll as it is now, to be kept or printed. Who took it is in the trace. @throws AppError `not_found` */
export async function rollFile(
  { database, meetings, clock, audit }: AttendanceDeps,
  caller: Caller,
  { meetingId, format }: RollFile,
): Promise<SentFile> {
  const meeting = await meetings.meetingOf(database.read, meetingId);
  const head = await meetings.letterheadOf(database.read, meetingId);
  const roll = await readRoll(database.read, meetings, meetingId);
  const made = {
    xlsx: () => toXlsx(rollSheet(roll, meeting)),
    csv: async () => toCsv(rollSheet(roll, meeting)),
    pdf: () => toPdf(rollPaper(roll, { ...meeting, ...head }, clock.now())),
  };
  const types = { ...sheetTypes, pdf: 'application/pdf' };
  const bytes = await made[format]();
  await database.write((tx) =>
    audit.record(tx, caller, {
      action: 'attendance.exported',
      subject: meeting.title,
      meetingId,
      details: { kind: format },
    }),
  );
  return fileOf(bytes, types[format], rollFileName(meeting, format));
}

export const fileOf = (bytes: Buffer, type: string, name: string): SentFile => ({
  type,
  name,
  bytes: bytes.byteLength,
  open: () => Readable.from([bytes]),
});
