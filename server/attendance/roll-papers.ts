import type {
  AttendanceState,
  CheckInMethod,
  Evidence,
  Roll,
  RollEntry,
} from '../../models/contracts/attendance.ts';
import { type Letterhead, headOfPaper } from '../platform/letterhead.ts';
import { dayOf, isoDayOf, timeOf } from '../platform/paper-dates.ts';
import type { Paper } from '../platform/paper.ts';
import type { Sheet } from '../platform/sheet.ts';
import { isPresent } from './rules.ts';

/** Papers of the state are in Vietnamese, whatever language the program is read in. */
const stateWords: Record<AttendanceState, string> = {
  not_yet: 'Chưa điểm danh',
  in_person: 'Có mặt trực tiếp',
  online: 'Có mặt trực tuyến',
  left: 'Đã rời họp',
  excused: 'Vắng có lý do',
  absent: 'Vắng',
};
const methodWords: Record<CheckInMethod, string> = {
  face: 'Khuôn mặt',
  qr: 'Mã QR',
  pin: 'Mã PIN',
  online: 'Vào họp trực tuyến',
  manual: 'Thư ký ghi',
  system: 'Hệ thống khác báo',
};
const roleWords = { chair: 'Chủ tọa', member: 'Thành viên', guest: 'Khách mời' } as const;

export interface RolledMeeting {
  title: string;
  roomName: string | null;
  startsAt: string;
}

/** With what stands at the head of its papers. */
type PaperMeeting = RolledMeeting & Letterhead;

/** What the file is called where it is saved: with the day of the meeting. */
export const rollFileName = ({ title, startsAt }: RolledMeeting, format: string): string =>
  `Điểm danh ${isoDayOf(startsAt)} ${title}`.replaceAll(/[\\/:*?"<>|\n\r]+/g, ' ').slice(0, 120) +
  `.${format}`;

/** For a spreadsheet: with how each state came about. */
export function rollSheet({ entries, quorum }: Roll, meeting: RolledMeeting): Sheet {
  return {
    name: 'Điểm danh',
    title: ['BẢNG ĐIỂM DANH', meeting.title, whenAndWhere(meeting), quorumWords({ quorum })],
    columns: [
      { header: 'STT', width: 6 },
      { header: 'Họ và tên', width: 28 },
      { header: 'Chức vụ', width: 28 },
      { header: 'Cơ quan', width: 32 },
      { header: 'Tư cách', width: 12 },
      { header: 'Chỗ', width: 8 },
      { header: 'Trạng thái', width: 20 },
      { header: 'Giờ', width: 8 },
      { header: 'Cách điểm danh', width: 22 },
      { header: 'Độ lệch khuôn mặt', width: 12 },
      { header: 'Thiết bị', width: 22 },
      { header: 'Người ghi', width: 24 },
      { header: 'Lý do', width: 40 },
      { header: 'Gửi lên sau', width: 12 },
    ],
    rows: entries.map((entry, at) => [at + 1, ...identity(entry), ...course(entry)]),
  };
}

const identity = ({ fullName, office, organisationName, role, seat }: RollEntry) => [
  fullName,
  office,
  organisationName ?? '',
  roleWords[role],
  seat,
];

function course({ state, at, evidence }: RollEntry) {
  const shown: Partial<Evidence> = evidence ?? {};
  return [
    stateWords[state],
    at === null ? '' : timeOf(at),
    evidence === null ? '' : methodWords[evidence.method],
    shown.score ?? null,
    shown.deviceName ?? '',
    shown.byName ?? '',
    shown.reason ?? '',
    shown.receivedAt ? timeOf(shown.receivedAt) : '',
  ];
}

const whenAndWhere = ({ startsAt, roomName }: RolledMeeting): string =>
  `${timeOf(startsAt)}, ngày ${dayOf(startsAt)}${roomName === null ? '' : `, tại ${roomName}`}`;

const quorumWords = ({ quorum: { members, present, needed, reached } }: Pick<Roll, 'quorum'>) =>
  `Có mặt ${present}/${members} thành viên, cần ${needed}: ${reached ? 'đủ' : 'chưa đủ'} số thành viên để họp`;

/** For signing and filing, without how each state came about. */
export function rollPaper(roll: Roll, meeting: PaperMeeting, now: string): Paper {
  const { entries } = roll;
  const guests = entries.filter(({ role, state }) => role === 'guest' && isPresent(state)).length;
  const byHand = entries.filter(({ evidence }) => evidence?.method === 'manual').length;
  return {
    ...headOfPaper(meeting, meeting.startsAt),
    title: 'BẢNG ĐIỂM DANH',
    subject: meeting.title,
    lines: [
      `Thời gian, địa điểm: ${whenAndWhere(meeting)}.`,
      `${quorumWords(roll)}.${guests > 0 ? ` Khách mời có mặt: ${guests}.` : ''}`,
    ],
    table: {
      columns: [
        { header: 'STT', share: 7, align: 'center' },
        { header: 'Họ và tên', share: 27 },
        { header: 'Chức vụ, cơ quan', share: 34 },
        { header: 'Có mặt, vắng', share: 20 },
        { header: 'Giờ', share: 12, align: 'center' },
      ],
      rows: entries.map(({ fullName, office, organisationName, state, at }, index) => [
        String(index + 1),
        fullName,
        [office, organisationName].filter(Boolean).join(', '),
        stateWords[state],
        at === null ? '' : timeOf(at),
      ]),
    },
    notes: [
      ...(byHand > 0 ? [`Thư ký ghi bằng tay: ${byHand} người; lý do lưu trong hệ thống.`] : []),
      `Lập từ hệ thống lúc ${timeOf(now)}, ngày ${dayOf(now)}.`,
    ],
    signer: 'Thư ký',
    recipients: ['Chủ tọa phiên họp'],
  };
}
