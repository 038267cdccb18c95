import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMeetings } from '../../../models/contracts/meetings.ts';
import { listPolls } from '../../../models/contracts/voting.ts';
import { EndsIn } from '../../primitives/EndsIn.tsx';
import { useNow } from '../../primitives/Clock.tsx';
import { Link } from '../../primitives/Link.tsx';
import { Task, TaskList, Tasks } from '../../primitives/TaskList.tsx';
import { isCounting } from '../../realtime/counting.ts';
import { routeQuery } from '../../realtime/queries.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './PollsToAnswer.module.css';
import { waitsForMe } from './polls.ts';

/** Notices go only to those who are in a meeting; who is not asks this often, in milliseconds. */
const askEveryMs = 15_000;

/** On the page of the day: polls that are open and wait for the person's ballot; nothing when none does. */
export function PollsToAnswer() {
  const { t } = useTranslation('home');
  const offsetMs = useClockOffset();
  const meetings = useQuery({ ...routeQuery(listMeetings), refetchInterval: askEveryMs }).data
    ?.items;
  const mine = (meetings ?? []).filter(({ state, myRole }) => state === 'open' && myRole !== null);
  const answers = useQueries({
    queries: mine.map(({ id: meetingId }) => ({
      ...routeQuery(listPolls, { params: { meetingId } }),
      refetchInterval: askEveryMs,
    })),
  });
  const now = useNow(offsetMs);
  const waiting = answers.flatMap(
    ({ data }) => data?.items.filter((poll) => waitsForMe(poll) && !isCounting(poll, now)) ?? [],
  );
  if (waiting.length === 0) return null;
  return (
    <Tasks id="polls-to-answer" title={t('polls.toAnswer')}>
      <TaskList>
        {waiting.map(({ id, meetingId, question, endsAt }) => (
          <Task
            key={id}
            origin={mine.find((meeting) => meeting.id === meetingId)?.title}
            title={<strong className={styles.question}>{question}</strong>}
            act={
              <Link to={`/meetings/${meetingId}`} kind="primary">
                {t('polls.voteThere')}
              </Link>
            }
          >
            {endsAt !== null && (
              <EndsIn endsAt={endsAt} offsetMs={offsetMs} label={t('polls.timeLeft')} />
            )}
          </Task>
        ))}
      </TaskList>
    </Tasks>
  );
}
