import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import { cx } from '../../primitives/cx.ts';
import styles from './ballot/Ballot.module.css';

/** More signs than this in large type would fill the screen and push the choices out of it. */
const longQuestion = 240;

/** Number, item of the agenda, and the question in large type. */
export function PollQuestion({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('voting');
  const item = useAgendaItem(poll);
  return (
    <header className={styles.question}>
      <p className={styles.number}>
        {t('number', { number: poll.number })}
        {item && ` · ${t('agendaItem', item)}`}
      </p>
      <h2 className={cx(styles.text, poll.question.length > longQuestion && styles.long)}>
        {poll.question}
      </h2>
    </header>
  );
}

/** The item of the agenda that a poll belongs to. */
export function useAgendaItem({ meetingId, agendaItemId }: MyPoll) {
  const agenda = useQueryRoute(getMeeting, { params: { meetingId } }).data?.agenda ?? [];
  const at = agenda.findIndex(({ id }) => id === agendaItemId);
  const item = agenda[at];
  return item && { number: at + 1, title: item.title };
}
