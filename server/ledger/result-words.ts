import type { BallotPaper, Marks } from '../../models/contracts/ballots.ts';
import type { RuleSet, Threshold } from '../../models/contracts/rules.ts';
import type { Verdict } from '../../models/contracts/verdict.ts';
import type { Poll } from '../../models/contracts/voting.ts';

// Papers of the state are in Vietnamese, whatever language the program is read in.

/** A poll whose result is shown. */
export type CountedPoll = Poll & { verdict: Verdict };
type Worded = Pick<CountedPoll, 'paper' | 'ruleSet'>;

const choiceWords = ({ choices }: RuleSet) =>
  choices.words ?? { for: 'Tán thành', against: 'Không tán thành', abstain: 'Không biểu quyết' };
const levelWords = { high: 'tín nhiệm cao', medium: 'tín nhiệm', low: 'tín nhiệm thấp' } as const;
const consequenceWords = {
  none: '',
  warning: ', thuộc trường hợp cảnh báo',
  removal: ', thuộc trường hợp đề nghị miễn nhiệm',
} as const;
const denominatorWords = {
  all: 'tổng số thành viên',
  present: 'số thành viên trong danh sách biểu quyết',
  valid: 'số phiếu hợp lệ',
} as const;
const outcomeWords = {
  carried: 'Được thông qua',
  not_carried: 'Không được thông qua',
  second_ballot: 'Phải biểu quyết lại',
  recorded: 'Ghi nhận kết quả',
} as const;

const optionsOf = (paper: BallotPaper) => (paper.kind === 'motion' ? [] : paper.options);

function labelOf(paper: BallotPaper, key: number): string {
  return optionsOf(paper).find((one) => one.key === key)?.label ?? String(key);
}

/** What someone voted, in one cell. */
export function marksWords({ paper, ruleSet }: Worded, marks: Marks | null): string {
  if (marks === null) return 'Chưa bỏ phiếu';
  switch (marks.kind) {
    case 'motion':
      return choiceWords(ruleSet)[marks.choice];
    case 'confidence':
      return marks.levels
        .map(({ key, level }) => `${labelOf(paper, key)}: ${levelWords[level]}`)
        .join('; ');
    case 'ranked':
      return listed(marks.ranking.map((key, at) => `${at + 1}. ${labelOf(paper, key)}`));
    default:
      return listed(marks.chosen.map((key) => labelOf(paper, key)));
  }
}

const listed = (all: readonly string[]): string =>
  all.length === 0 ? 'Phiếu trắng' : all.join('; ');

/** One line of the count. */
interface Count {
  label: string;
  votes: string;
  outcome: string;
}

/** The count, line by line. */
export function countsOf({ paper, ruleSet, verdict }: CountedPoll): Count[] {
  const label = ({ key }: { key: number }) => labelOf(paper, key);
  switch (verdict.kind) {
    case 'motion': {
      const words = choiceWords(ruleSet);
      const choices = ruleSet.choices.abstain
        ? (['for', 'against', 'abstain'] as const)
        : (['for', 'against'] as const);
      return choices.map((choice) => line(words[choice], verdict.counts[choice], ''));
    }
    case 'confidence':
      return verdict.options.map((one) => ({
        label: label(one),
        votes: `cao ${one.high}, trung bình ${one.medium}, thấp ${one.low}`,
        outcome: consequenceWords[one.consequence].replace(', ', ''),
      }));
    case 'ranked':
      return verdict.rounds.flatMap(({ counts, spent }, at) => [
        ...counts.map((one) =>
          line(
            `Lượt ${at + 1}: ${label(one)}`,
            one.votes,
            one.key === verdict.winner ? 'chọn' : '',
          ),
        ),
        ...(spent > 0 ? [line(`Lượt ${at + 1}: không xếp ai còn lại`, spent, '')] : []),
      ]);
    default:
      return [
        ...verdict.options.map((one) => line(label(one), one.votes, passedWord(verdict.kind, one))),
        ...(verdict.blank > 0 ? [line('Phiếu trắng', verdict.blank, '')] : []),
      ];
  }
}

const line = (label: string, votes: number, outcome: string): Count => ({
  label,
  votes: String(votes),
  outcome,
});

function passedWord(kind: 'choose' | 'election', { passed }: { passed: boolean }): string {
  if (kind === 'election') return passed ? 'trúng cử' : 'không trúng cử';
  return passed ? 'được chọn' : 'không được chọn';
}

const partOf = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  `${numerator}/${denominator}`;

function thresholdWords(threshold: Threshold): string {
  if (threshold.kind === 'relative') return 'nhiều phiếu hơn';
  const part = partOf(threshold.fraction);
  return threshold.kind === 'more_than' ? `quá ${part}` : `ít nhất ${part}`;
}

/** What the result rests on, as sentences. */
export function basisLines({ verdict, ruleSet, ownRulesReason }: CountedPoll): string[] {
  const { members, voters, cast, notVoted, deemed, quorum, denominator, needed } = verdict;
  const bar =
    needed === null
      ? 'Kết quả theo số phiếu nhiều hơn.'
      : `Tỷ lệ thông qua: ${thresholdWords(ruleSet.threshold)} ${denominatorWords[denominator.kind]} (${denominator.size}), cần ${needed} phiếu.`;
  return [
    `Tổng số thành viên: ${members}; có mặt khi mở biểu quyết: ${quorum.present}, cần ${quorum.needed}: ${quorum.reached ? 'đủ' : 'không đủ'} số thành viên.`,
    `Trong danh sách biểu quyết: ${voters}; đã bỏ phiếu: ${cast}; chưa bỏ phiếu: ${notVoted}${deemed > 0 ? `, trong đó ${deemed} được tính theo quy chế về im lặng` : ''}.`,
    ...(verdict.decidedBy === 'not_binding' ? [] : [bar]),
    ...(ownRulesReason === null ? [] : [`Quy tắc riêng của lần biểu quyết này: ${ownRulesReason}`]),
  ];
}

/** The result in one sentence. */
export function outcomeLine({ verdict, ruleSet, state, voidReason }: CountedPoll): string {
  if (state === 'void') return `Kết quả đã bị hủy. Lý do: ${voidReason ?? ''}`;
  return `Kết quả: ${outcomeWords[verdict.outcome]}${reasonOf(verdict, ruleSet)}.`;
}

function reasonOf(verdict: Verdict, ruleSet: RuleSet): string {
  if (verdict.decidedBy === 'no_quorum') return ', vì không đủ số thành viên có mặt';
  if (verdict.decidedBy === 'not_binding') return '; thăm dò, không ràng buộc';
  if (verdict.decidedBy !== 'tie_rule') return '';
  const chair = verdict.kind === 'motion' ? (verdict.tie?.chairChoice ?? null) : null;
  return chair === null
    ? ', theo quy tắc khi số phiếu ngang nhau'
    : `, theo ý kiến của chủ tọa khi số phiếu ngang nhau (${choiceWords(ruleSet)[chair].toLocaleLowerCase('vi')})`;
}
