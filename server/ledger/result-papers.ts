import { type Letterhead, headOfPaper } from '../platform/letterhead.ts';
import { dayOf, isoDayOf, timeOf } from '../platform/paper-dates.ts';
import type { Paper, PaperTable } from '../platform/paper.ts';
import type { Sheet } from '../platform/sheet.ts';
import { type CountedPoll, basisLines, countsOf, marksWords, outcomeLine } from './result-words.ts';

/** What a paper says of the meeting. */
export interface HeldMeeting extends Letterhead {
  title: string;
  roomName: string | null;
  startsAt: string;
}

/** What the record says, so that paper and record can be held against each other. */
export interface Recorded {
  entries: number;
  /** Of the last entry. */
  hash: string;
  /** Of the key that signed it. */
  keyId: string | null;
}

/** What the file is called where it is saved. */
export const resultFileName = (
  { number, question }: CountedPoll,
  { startsAt }: HeldMeeting,
  ending: string,
): string =>
  `Biểu quyết ${isoDayOf(startsAt)} số ${number} ${question}`
    .replaceAll(/[\\/:*?"<>|\n\r]+/g, ' ')
    .slice(0, 120)
    .trim() + `.${ending}`;

const kindWords = {
  motion: 'biểu quyết thông qua',
  choose: 'lựa chọn phương án',
  election: 'bầu cử',
  confidence: 'lấy phiếu tín nhiệm',
  ranked: 'xếp hạng phương án',
} as const;

const isSecret = ({ secrecy }: CountedPoll): boolean => secrecy === 'secret';
const titleOf = (poll: CountedPoll): string =>
  isSecret(poll) ? 'BIÊN BẢN KIỂM PHIẾU' : 'KẾT QUẢ BIỂU QUYẾT';

/** In the form of Nghị định 30/2020: names of an open vote, counts alone of a secret one. */
export function resultPaper(
  poll: CountedPoll,
  meeting: HeldMeeting,
  recorded: Recorded,
  now: string,
): Paper {
  const names = namedTable(poll);
  const counts = countsOf(poll);
  const inLines = counts.map(({ label, votes, outcome }) =>
    [`- ${label}: ${votes}`, outcome].filter(Boolean).join(', ').concat('.'),
  );
  return {
    ...headOfPaper(meeting, poll.closedAt ?? meeting.startsAt),
    title: titleOf(poll),
    subject: poll.question,
    lines: [...headLines(poll, meeting), ...(names === null ? [] : inLines), outcomeLine(poll)],
    table: names ?? countsTable(poll),
    notes: [recordLine(recorded), `Lập từ hệ thống lúc ${timeOf(now)}, ngày ${dayOf(now)}.`],
    signer: isSecret(poll) ? 'Tổ kiểm phiếu' : 'Thư ký',
    recipients: ['Chủ tọa phiên họp'],
  };
}

function headLines(poll: CountedPoll, meeting: HeldMeeting): string[] {
  const { openedAt, closedAt, secrecy, paper, number } = poll;
  const way = secrecy === 'secret' ? 'bỏ phiếu kín' : 'công khai';
  const place = meeting.roomName === null ? '' : `, tại ${meeting.roomName}`;
  return [
    `Phiên họp: ${meeting.title}, ngày ${dayOf(meeting.startsAt)}${place}.`,
    `Lần biểu quyết số ${number}; hình thức: ${kindWords[paper.kind]}, ${way}; mở lúc ${whenOf(openedAt)}, đóng lúc ${whenOf(closedAt)}.`,
    ...basisLines(poll),
  ];
}

const whenOf = (at: string | null): string =>
  at === null ? '...' : `${timeOf(at)} ngày ${dayOf(at)}`;

const recordLine = ({ entries, hash, keyId }: Recorded): string =>
  `Bản ghi có ${entries} mục; mã băm của mục cuối: ${hash}${keyId === null ? '' : `; khóa ký: ${keyId}`}.`;

/** Null for a secret vote. */
function namedTable(poll: CountedPoll): PaperTable | null {
  if (poll.ballots === null) return null;
  return {
    columns: [
      { header: 'STT', share: 7, align: 'center' },
      { header: 'Họ và tên', share: 27 },
      { header: 'Chức vụ', share: 26 },
      { header: 'Ý kiến', share: 24 },
      { header: 'Ghi chú', share: 16 },
    ],
    rows: poll.ballots.map((ballot, at) => [
      String(at + 1),
      ballot.fullName,
      ballot.office,
      marksWords(poll, ballot.marks),
      remarkOn(poll, ballot),
    ]),
  };
}

type Named = NonNullable<CountedPoll['ballots']>[number];

function remarkOn({ ruleSet }: CountedPoll, ballot: Named): string {
  const { weight, castBy, entered, addedLate } = ballot;
  return [
    ...(ruleSet.weighted ? [`trọng số ${weight}`] : []),
    ...(castBy === null ? [] : [`${castBy.fullName} biểu quyết thay`]),
    ...(entered === null
      ? []
      : [`${entered.by.fullName} nhập, ${entered.confirmedBy.fullName} xác nhận`]),
    ...(addedLate ? ['bổ sung sau khi mở'] : []),
  ].join('; ');
}

const countsTable = (poll: CountedPoll): PaperTable => ({
  columns: [
    { header: 'STT', share: 7, align: 'center' },
    { header: 'Nội dung', share: 45 },
    { header: 'Số phiếu', share: 24, align: 'center' },
    { header: 'Kết quả', share: 24, align: 'center' },
  ],
  rows: countsOf(poll).map(({ label, votes, outcome }, at) => [
    String(at + 1),
    label,
    votes,
    outcome,
  ]),
});

/** For a spreadsheet: each voter of an open vote, each count of a secret one. */
export function resultSheet(poll: CountedPoll, meeting: HeldMeeting, recorded: Recorded): Sheet {
  const table = namedTable(poll) ?? countsTable(poll);
  const counts = countsOf(poll).map(({ label, votes }) => `${label}: ${votes}`);
  return {
    name: `Biểu quyết ${poll.number}`,
    title: [
      titleOf(poll),
      poll.question,
      ...headLines(poll, meeting),
      counts.join('; '),
      outcomeLine(poll),
      recordLine(recorded),
    ],
    columns: table.columns.map(({ header, share }) => ({ header, width: Math.max(6, share) })),
    rows: table.rows,
  };
}
