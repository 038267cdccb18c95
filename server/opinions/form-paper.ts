import type { SlipItem } from '../../models/contracts/opinions.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import { type Letterhead, headOfPaper } from '../platform/letterhead.ts';
import type { Paper } from '../platform/paper.ts';
import { choiceWords, momentOf } from './report-papers.ts';

interface PrintedSlip {
  number: number | null;
  year: number | null;
  title: string;
  grounds: string;
  items: readonly SlipItem[];
  deadline: string;
  ruleSet: RuleSet;
}

type Numbered = Pick<PrintedSlip, 'number' | 'year' | 'title'>;

const numberOf = ({ number, year }: Numbered): string =>
  number === null ? '......./.......' : `${number}/${year}`;

/** What the file is called where it is saved. */
export const formFileName = (slip: Numbered): string =>
  `Phiếu lấy ý kiến ${numberOf(slip)} ${slip.title}`
    .replaceAll(/[\\/:*?"<>|\n\r]+/g, '-')
    .slice(0, 120) + '.pdf';

/** A box to tick before each answer that can be given. */
function boxes({ paper }: SlipItem, { choices }: RuleSet): string {
  const words = choices.words ?? choiceWords;
  const answers =
    paper.kind === 'motion'
      ? [words.for, words.against, ...(choices.abstain ? [words.abstain] : [])]
      : paper.options.map(({ label }) => label);
  return answers.map((answer) => `[   ] ${answer}`).join('\n');
}

const rule = '.'.repeat(118);

/** A slip to be answered by hand, signed, and brought back. */
export function formPaper(slip: PrintedSlip, letterhead: Letterhead, now: string): Paper {
  const { title, grounds, items, deadline, ruleSet } = slip;
  return {
    ...headOfPaper(letterhead, now),
    title: 'PHIẾU LẤY Ý KIẾN',
    subject: `Số ${numberOf(slip)} về ${title}`,
    lines: [
      `Căn cứ lấy ý kiến bằng phiếu: ${grounds}`,
      `Xin đồng chí đánh dấu x vào ô được chọn, ký và gửi lại trước ${momentOf(deadline)}.`,
      'Họ và tên: .................................................... Chức vụ: ........................................',
    ],
    table: {
      columns: [
        { header: 'STT', share: 7, align: 'center' },
        { header: 'Nội dung', share: 58 },
        { header: 'Ý kiến', share: 35 },
      ],
      rows: items.map((item) => [String(item.key), item.question, boxes(item, ruleSet)]),
    },
    notes: ['Ý kiến khác (ghi rõ nội dung số mấy):', rule, rule, rule, rule],
    signer: 'Thành viên',
    recipients: ['Thư ký'],
  };
}
