import { useTranslation } from 'react-i18next';
import type { WaitingPerson } from '../../../models/contracts/admission.ts';

/** The names that are read out and how many more there are. */
export function namesOf(waiting: readonly WaitingPerson[], most = 3) {
  // Who has come last is the news.
  const latest = waiting.toReversed().slice(0, most);
  return {
    names: latest.map(({ fullName }) => fullName).join(', '),
    rest: waiting.length - latest.length,
  };
}

/** Who waits, in one sentence; empty when nobody does. */
export function useWaitingWords(waiting: readonly WaitingPerson[]): string {
  const { t } = useTranslation('door');
  if (waiting.length === 0) return '';
  const { names, rest } = namesOf(waiting);
  return rest === 0 ? t('waitingNames', { names }) : t('waitingMore', { names, count: rest });
}
