import type { Choice, Marks } from '../../models/contracts/ballots.ts';
import type { SlipReport, SlipResult, SlipView } from '../../models/contracts/opinions.ts';
import type { Verdict } from '../../models/contracts/verdict.ts';
import { differing } from '../../models/voting/slip-differing.ts';
import { type Letterhead, headOfPaper } from '../platform/letterhead.ts';
import { dayOf, isoDayOf, timeOf } from '../platform/paper-dates.ts';
import type { Paper, PaperLine } from '../platform/paper.ts';
import type { Sheet } from '../platform/sheet.ts';

/** Papers of the state are in Vietnamese, whatever language the program is read in. */
export const choiceWords = {
  for: 'Tán thành',
  against: 'Không tán thành',
  abstain: 'Không biểu quyết',
} as const;

const silenceWords = {
  not_voted: 'không biểu quyết và không tính vào số phiếu',
  deemed_for: 'được coi là tán thành theo quy chế làm việc',
  deemed_abstain: 'được coi là không biểu quyết theo quy chế làm việc',
} as const;

export const momentOf = (at: string): string => `${timeOf(at)}, ngày ${dayOf(at)}`;
const numberOf = ({ number, year }: Pick<SlipReport, 'number' | 'year'>) => `${number}/${year}`;

/** The usual words, or those of the body's own rules. */
const wordsOf = ({ ruleSet }: Verdict): Record<Choice, string> =>
  ruleSet.choices.words ?? choiceWords;

/** What the file is called where it is saved. */
export const reportFileName = (report: SlipReport, format: string): string =>
  `Tổng hợp ý kiến phiếu ${report.number}-${report.year} ${isoDayOf(report.closedAt ?? '')} ${report.title}`
    .replaceAll(/[\\/:*?"<>|\n\r]+/g, ' ')
    .slice(0, 120) + `.${format}`;

function choiceOf({ paper, key, verdict }: SlipResult, marks: Marks): string {
  if (marks.kind === 'motion') return wordsOf(verdict)[marks.choice];
  if (paper.kind !== 'choose' || marks.kind !== 'choose') return `Nội dung ${key}`;
  if (marks.chosen.length === 0) return 'Không chọn phương án nào';
  const labels = new Map(paper.options.map((option) => [option.key, option.label]));
  return marks.chosen.map((option) => labels.get(option) ?? '').join('; ');
}

/** What someone said of an item; of who said nothing, what that counts as. */
function viewWords(result: SlipResult, { marks, deemed }: SlipView): string {
  if (marks !== null) return choiceOf(result, marks);
  return deemed ? 'Không trả lời (tính theo quy chế)' : 'Không trả lời';
}

const wayOf = ({ answeredAt, onPaper }: SlipView): string =>
  answeredAt === null ? '' : onPaper ? 'Phiếu giấy' : 'Điện tử';

/** How the count went, in one sentence. */
function countWords(result: SlipResult): string {
  const { verdict } = result;
  if (verdict.kind === 'motion') return motionWords(verdict);
  if (verdict.kind !== 'choose' || result.paper.kind !== 'choose') return '';
  const votes = new Map(verdict.options.map((one) => [one.key, one.votes]));
  const each = result.paper.options.map(({ key, label }) => `${label}: ${votes.get(key) ?? 0}`);
  return `${each.join('; ')}; để trống: ${verdict.blank}${neededWords(verdict)}`;
}

function motionWords(verdict: Verdict & { kind: 'motion' }): string {
  const { counts, notVoted, deemed } = verdict;
  const words = wordsOf(verdict);
  const silent = deemed > 0 ? `, trong đó ${deemed} tính theo quy định về im lặng` : '';
  return (
    `${words.for} ${counts.for}, ${words.against} ${counts.against}, ${words.abstain} ${counts.abstain}${silent}; ` +
    `không trả lời ${notVoted}${neededWords(verdict)}${tieWords(verdict)}`
  );
}

const neededWords = ({ needed, denominator, decidedBy, quorum }: Verdict): string =>
  decidedBy === 'no_quorum'
    ? `; chỉ lấy ý kiến ${quorum.present} thành viên, chưa đủ ${quorum.needed} theo quy định`
    : needed === null
      ? ''
      : `; cần ${needed}/${denominator.size}`;

const tieWords = ({ tie }: Verdict & { kind: 'motion' }): string =>
  tie === null ? '' : '; số phiếu ngang nhau, áp dụng quy định khi ngang phiếu';

const outcomeWords: Record<Verdict['outcome'], string> = {
  carried: 'ĐƯỢC THÔNG QUA',
  not_carried: 'CHƯA ĐƯỢC THÔNG QUA',
  second_ballot: 'CẦN BIỂU QUYẾT LẠI',
  recorded: 'GHI NHẬN',
};

const itemLine = (result: SlipResult): string =>
  `Nội dung ${result.key}: ${result.question} – ${outcomeWords[result.verdict.outcome]} (${countWords(result)}).`;

function generalLines(report: SlipReport): PaperLine[] {
  const { general, ruleSet } = report;
  const way = `trên hệ thống ${general.electronic}, bằng phiếu giấy ${general.onPaper}`;
  return [
    { heading: 'I. THÔNG TIN CHUNG' },
    `Phiếu số ${numberOf(report)}; gửi lúc ${momentOf(report.sentAt ?? '')}; hạn trả lời ${momentOf(report.deadline)}; kết thúc lúc ${momentOf(report.closedAt ?? '')}.`,
    `Căn cứ lấy ý kiến bằng phiếu: ${report.grounds}`,
    `Tổng số thành viên: ${general.members}. Số phiếu phát ra: ${general.issued}; số phiếu thu về: ${general.returned} (${way}); không trả lời: ${general.silent}, ${silenceWords[ruleSet.silence]}.`,
    ...(general.unconfirmed > 0
      ? [`Phiếu giấy không được xác nhận trước hạn nên không tính: ${general.unconfirmed}.`]
      : []),
    ...(report.files.length > 0
      ? [`Tài liệu kèm theo: ${report.files.map(({ name }) => name).join('; ')}.`]
      : []),
    { heading: 'II. Ý KIẾN CỦA TỪNG THÀNH VIÊN' },
  ];
}

/** What each wrote, after the table of what each chose. */
const opinionLines = ({ results }: SlipReport): string[] =>
  results.flatMap(({ key, views }) =>
    views
      .filter(({ opinion }) => opinion !== '')
      .map(({ fullName, opinion }) => `Nội dung ${key}, đồng chí ${fullName}: ${opinion}`),
  );

function differingLine(result: SlipResult): string[] {
  const others = differing(result);
  if (others.length === 0) return [];
  const named = others.map((view) => `${view.fullName} (${viewWords(result, view)})`);
  return [`Nội dung ${result.key}, ý kiến khác: ${named.join('; ')}.`];
}

function outcomeLines({ results }: SlipReport): PaperLine[] {
  const agreed = results.filter((one) => one.agreed);
  const open = results.filter((one) => !one.agreed);
  const openLines = [...open.map(itemLine), ...results.flatMap(differingLine)];
  const none = 'Không có.';
  return [
    { heading: 'III. NỘI DUNG ĐÃ THỐNG NHẤT' },
    ...(agreed.length > 0 ? agreed.map(itemLine) : [none]),
    { heading: 'IV. NỘI DUNG CHƯA THỐNG NHẤT, Ý KIẾN KHÁC' },
    ...(openLines.length > 0 ? openLines : [none]),
  ];
}

/** Those who said nothing and count by the rule on silence, apart from real answers. */
function deemedLines({ general, results, ruleSet }: SlipReport): PaperLine[] {
  if (general.deemed === 0) return [];
  const names = results[0]?.views.filter(({ marks }) => marks === null) ?? [];
  return [
    { heading: 'V. THÀNH VIÊN KHÔNG TRẢ LỜI, TÍNH THEO QUY ĐỊNH' },
    `${names.map(({ fullName }) => fullName).join('; ')}: ${silenceWords[ruleSet.silence]}.`,
  ];
}

/** One person's choices, a line for each item. */
const choicesOf = ({ results }: SlipReport, at: number): string =>
  results
    .map((result) => {
      const view = result.views[at];
      const words = view === undefined ? '' : shortened(viewWords(result, view));
      return results.length === 1 ? words : `${result.key}. ${words}`;
    })
    .join('\n');

const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);

/** For signing and filing, in the order that offices use. */
export function reportPaper(report: SlipReport, letterhead: Letterhead, now: string): Paper {
  return {
    ...headOfPaper(letterhead, now),
    title: 'BÁO CÁO',
    subject: `Tổng hợp kết quả lấy ý kiến bằng phiếu số ${numberOf(report)} về ${report.title}`,
    lines: generalLines(report),
    table: {
      columns: [
        { header: 'STT', share: 7, align: 'center' },
        { header: 'Họ và tên, chức vụ', share: 36 },
        { header: 'Ý kiến', share: 40 },
        { header: 'Hình thức, lúc', share: 22 },
      ],
      rows: (report.results[0]?.views ?? []).map((view, at) => [
        String(at + 1),
        [view.fullName, view.office].filter(Boolean).join(', '),
        choicesOf(report, at),
        view.answeredAt === null ? '' : `${wayOf(view)}, ${momentOf(view.answeredAt)}`,
      ]),
    },
    notes: [
      ...opinionLines(report),
      ...outcomeLines(report),
      ...deemedLines(report),
      `Lập từ hệ thống lúc ${momentOf(now)}.`,
    ],
    signer: 'Thư ký',
    recipients: ['Chủ tọa', 'Các thành viên'],
  };
}

/** For a spreadsheet: a row for each person and item. */
export function reportSheet(report: SlipReport): Sheet {
  return {
    name: 'Tổng hợp ý kiến',
    title: [
      `TỔNG HỢP KẾT QUẢ LẤY Ý KIẾN BẰNG PHIẾU SỐ ${numberOf(report)}`,
      report.title,
      `Phát ra ${report.general.issued}, thu về ${report.general.returned}, không trả lời ${report.general.silent}`,
      ...report.results.map(itemLine),
    ],
    columns: [
      { header: 'STT', width: 6 },
      { header: 'Họ và tên', width: 28 },
      { header: 'Chức vụ', width: 28 },
      { header: 'Nội dung', width: 40 },
      { header: 'Lựa chọn', width: 24 },
      { header: 'Ý kiến', width: 60 },
      { header: 'Hình thức', width: 14 },
      { header: 'Trả lời lúc', width: 22 },
    ],
    rows: report.results.flatMap((result) =>
      result.views.map((view, at) => [
        at + 1,
        view.fullName,
        view.office,
        `${result.key}. ${result.question}`,
        viewWords(result, view),
        view.opinion,
        wayOf(view),
        view.answeredAt === null ? '' : momentOf(view.answeredAt),
      ]),
    ),
  };
}
