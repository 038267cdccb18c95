import type { TFunction } from 'i18next';
import type { BallotPaper, Choice } from '../../../../models/contracts/ballots.ts';
import type { RuleSet, Threshold } from '../../../../models/contracts/rules.ts';
import type { Verdict, VerdictOf } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { namesOf } from '../ballot/marks.ts';
import { leadingKeys, passedKeys, reasonOf } from './verdict-facts.ts';

type Words = TFunction<'verdict'>;
type Asked = Pick<Poll, 'paper' | 'binding' | 'ruleSet'>;

/** "quá 1/2", "ít nhất 2/3", "toàn bộ". */
export function thresholdWords(t: Words, threshold: Threshold): string {
  if (threshold.kind === 'relative') return t('threshold.relative');
  const { numerator, denominator } = threshold.fraction;
  if (threshold.kind === 'at_least' && numerator === denominator) return t('threshold.whole');
  return t(`threshold.${threshold.kind}`, { fraction: `${numerator}/${denominator}` });
}

/** What it takes to carry, as a sentence for the ballot. */
export function ruleWords(t: Words, { paper, binding, ruleSet }: Asked): string {
  if (!binding) return t('rule.straw');
  const of = t(`of.${ruleSet.denominator}`);
  const threshold = thresholdWords(t, ruleSet.threshold);
  if (paper.kind === 'confidence') {
    const { warning, removal } = ruleSet.confidence;
    return t('rule.confidence', {
      of,
      warning: thresholdWords(t, warning),
      removal: thresholdWords(t, removal),
    });
  }
  const isRelative = ruleSet.threshold.kind === 'relative';
  switch (paper.kind) {
    case 'motion':
      return isRelative ? t('rule.motionRelative') : t('rule.motion', { threshold, of });
    case 'choose':
      return isRelative
        ? t('rule.chooseRelative', { max: paper.max })
        : t('rule.choose', { threshold, of });
    case 'election': {
      const { seats } = paper;
      return isRelative
        ? t('rule.electionRelative', { seats })
        : t('rule.election', { seats, threshold, of });
    }
    case 'ranked':
      return isRelative ? t('rule.rankedRelative') : t('rule.ranked', { threshold, of });
  }
}

export interface VerdictWords {
  /** "Tán thành 12/21 tổng số thành viên · cần 11". */
  headline: string;
  /** "ĐƯỢC THÔNG QUA". */
  outcome: string;
  /** One sentence on what decided. */
  reason: string;
}

export interface WordsOf {
  t: Words;
  choice: (rules: Pick<RuleSet, 'choices'>, choice: Choice) => string;
}

/** The verdict in words, from its own figures alone; names come from the paper. */
export function verdictWords(
  words: WordsOf,
  poll: Asked & Pick<Poll, 'state'>,
  verdict: Verdict,
): VerdictWords {
  const { t } = words;
  const headline = headlineWords(words, poll, verdict);
  if (poll.state === 'open')
    return { headline, outcome: t('provisional'), reason: t('provisionalText') };
  return {
    headline,
    outcome: poll.binding
      ? t(`outcome.${verdict.kind}.${verdict.outcome}`)
      : t('outcome.motion.recorded'),
    reason: reasonWords(t, poll, verdict),
  };
}

function headlineWords(words: WordsOf, { paper, binding }: Asked, verdict: Verdict): string {
  const { t } = words;
  if (verdict.kind === 'motion') return motionHeadline(words, verdict);
  if (verdict.kind === 'confidence') {
    const { options, cast, voters } = verdict;
    return t('headline.confidence', { count: options.length, cast, voters });
  }
  if (!binding)
    return t('headline.leading', { names: namesOf(paper, leadingKeys(verdict)).join(', ') });
  if (verdict.kind !== 'ranked') return chosenHeadline(t, paper, verdict);
  const [name] = namesOf(paper, passedKeys(verdict));
  return name === undefined ? t('headline.winnerNone') : t('headline.winner', { name });
}

function motionHeadline({ t, choice }: WordsOf, verdict: VerdictOf<'motion'>): string {
  const { counts, denominator, needed, ruleSet } = verdict;
  const word = choice(ruleSet, 'for');
  if (needed === null)
    return t('headline.motionRelative', {
      word,
      votes: counts.for,
      againstWord: choice(ruleSet, 'against').toLocaleLowerCase(),
      against: counts.against,
    });
  return t('headline.motion', {
    word,
    votes: counts.for,
    size: denominator.size,
    of: t(`of.${denominator.kind}`),
    needed,
  });
}

function chosenHeadline(
  t: Words,
  paper: BallotPaper,
  verdict: VerdictOf<'choose'> | VerdictOf<'election'>,
): string {
  const passed = namesOf(paper, passedKeys(verdict));
  const names = passed.join(', ');
  const need = verdict.needed === null ? '' : t('headline.need', { needed: verdict.needed });
  if (verdict.kind === 'choose')
    return (passed.length > 0 ? t('headline.chosen', { names }) : t('headline.chosenNone')) + need;
  const { seats } = verdict;
  const elected = t('headline.elected', { count: passed.length, seats, names });
  return (passed.length > 0 ? elected : t('headline.electedNone', { seats })) + need;
}

function reasonWords(t: Words, { paper }: Asked, verdict: Verdict): string {
  const reason = reasonOf(verdict);
  if (reason === 'consequences' && verdict.kind === 'confidence') {
    const names = verdict.options
      .filter(({ consequence }) => consequence !== 'none')
      .map(({ key, consequence }) =>
        t('consequenceOf', {
          name: namesOf(paper, [key])[0] ?? '',
          consequence: t(`consequence.${consequence}`),
        }),
      );
    return t('why.consequences', { names: names.join(', ') });
  }
  const tied = 'tied' in verdict ? verdict.tied : [];
  const names = namesOf(paper, tied).join(', ');
  const counts = verdict.kind === 'motion' ? verdict.counts : { for: 0, against: 0 };
  const { members, quorum } = verdict;
  // Each sentence takes the figures that it names; `needed` occurs only in the one on the quorum.
  return t(`why.${reason}`, {
    ...counts,
    names,
    members,
    present: quorum.present,
    needed: quorum.needed,
  });
}
