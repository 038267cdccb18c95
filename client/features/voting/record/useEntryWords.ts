import { useTranslation } from 'react-i18next';
import type { PollEntry } from '../../../../models/voting/poll-story.ts';
import { formatTime } from '../../../primitives/dates.ts';
import { useMarksWords } from '../useWords.ts';
import type { RecordedPoll } from './record-poll.ts';

/** What an entry tells, in one sentence. */
export function useEntryWords({ poll, nameOf }: RecordedPoll): (entry: PollEntry) => string {
  const { t } = useTranslation('records');
  const marksWords = useMarksWords();
  const who = (personId: string | null) =>
    personId === null ? t('server') : (nameOf(personId) ?? t('runner'));
  const castWords = (entry: Extract<PollEntry, { type: 'cast' }>) => {
    const { personId, by, confirmedBy, marks: given } = entry;
    const name = nameOf(personId) ?? t('stranger');
    const marks = poll === null ? '' : marksWords(poll, given);
    if (confirmedBy !== null)
      return t('acts.entered', { name, marks, by: who(by), confirmedBy: who(confirmedBy) });
    return by === personId
      ? t('acts.cast', { name, marks })
      : t('acts.castFor', { name, marks, by: who(by) });
  };
  return (entry) => {
    switch (entry.type) {
      case 'opened': {
        const { question, voters, quorum, members } = entry;
        const present = quorum.present;
        return t('acts.opened', { question, voters: voters.length, present, members });
      }
      case 'voter_added':
        return t('acts.added', { name: entry.voter.fullName, reason: entry.reason });
      case 'end_set':
        return entry.endsAt === null
          ? t('acts.endRemoved')
          : t('acts.endSet', { time: formatTime(entry.endsAt, { seconds: true }) });
      case 'cast':
        return castWords(entry);
      case 'voted': {
        const name = nameOf(entry.personId) ?? t('stranger');
        return entry.by === entry.personId
          ? t('acts.voted', { name })
          : t('acts.votedFor', { name, by: who(entry.by) });
      }
      case 'closed':
        return t(entry.by === null ? 'acts.closedItself' : 'acts.closed', { by: who(entry.by) });
      case 'announced':
        return t('acts.announced', { by: who(entry.by) });
      case 'voided':
        return t('acts.voided', { by: who(entry.by), reason: entry.reason });
    }
  };
}
