import { useTranslation } from 'react-i18next';
import type { BallotPaper, Choice, Marks } from '../../../models/contracts/ballots.ts';
import type { RuleSetDraft } from '../../../models/contracts/rules.ts';
import { chosenIn, levelsIn, namesOf, rankingIn } from './ballot/marks.ts';

type Choices = Pick<RuleSetDraft, 'choices'>;

/** What the three answers are called: as the body's rules say, else the usual words. */
export function useChoiceWords(): (rules: Choices, choice: Choice) => string {
  const { t } = useTranslation('common');
  return ({ choices }, choice) => choices.words?.[choice] ?? t(choice);
}

/** What is on a ballot, in one line. */
export function useMarksWords(): (
  poll: { paper: BallotPaper; ruleSet: Choices },
  marks: Marks,
) => string {
  const { t } = useTranslation('ballot');
  const choiceWords = useChoiceWords();
  return ({ paper, ruleSet }, marks) => {
    if (marks.kind === 'motion') return choiceWords(ruleSet, marks.choice);
    if (marks.kind === 'confidence')
      return levelsIn(marks)
        .flatMap(({ key, level }) =>
          namesOf(paper, [key]).map((name) => `${name}: ${t(`levels.${level}`)}`),
        )
        .join('; ');
    const names = namesOf(paper, [...chosenIn(marks), ...rankingIn(marks)]);
    if (names.length === 0) return t('blank');
    return marks.kind === 'ranked'
      ? names.map((name, at) => `${at + 1}. ${name}`).join(', ')
      : names.join(', ');
  };
}
