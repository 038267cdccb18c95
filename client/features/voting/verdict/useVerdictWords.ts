import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { useChoiceWords } from '../useWords.ts';
import { type VerdictWords, verdictWords } from './verdict-words.ts';

/** A verdict in words of the language that is read. */
export function useVerdictWords(): (poll: Poll, verdict: Verdict) => VerdictWords {
  const { t } = useTranslation('verdict');
  const choice = useChoiceWords();
  return (poll, verdict) => verdictWords({ t, choice }, poll, verdict);
}
