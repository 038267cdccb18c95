import type { TFunction } from 'i18next';
import type { Marks } from '../../../models/contracts/ballots.ts';
import type { SlipItem } from '../../../models/contracts/opinions.ts';
import type { RuleSet } from '../../../models/contracts/rules.ts';

/** What someone chose, in the words of the paper. */
export function marksWords(
  t: TFunction<['opinions', 'common']>,
  { paper }: Pick<SlipItem, 'paper'>,
  { choices }: Pick<RuleSet, 'choices'>,
  marks: Marks,
): string {
  if (marks.kind === 'motion')
    return choices.words?.[marks.choice] ?? t(marks.choice, { ns: 'common' });
  if (marks.kind !== 'choose' || paper.kind !== 'choose') return '';
  const chosen = paper.options.filter(({ key }) => marks.chosen.includes(key));
  return chosen.map(({ label }) => label).join('; ') || t('blank', { ns: 'opinions' });
}
