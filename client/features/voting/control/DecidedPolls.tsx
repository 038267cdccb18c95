import Ban from 'lucide-react/icons/ban';
import FilePlus from 'lucide-react/icons/file-plus';
import Megaphone from 'lucide-react/icons/megaphone';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMeeting } from '../../../realtime/meeting.ts';
import { PollCard } from '../PollCard.tsx';
import styles from './PollControl.module.css';
import { usePollDrafts } from '../usePollActs.ts';
import type { Task } from './TaskDialogs.tsx';
import { decidedOf, isToAnnounce } from './order.ts';

export interface PollListProps {
  meetingId: Id;
  polls: readonly MyPoll[];
  /** The poll that is open now; no other can be opened beside it. */
  open: MyPoll | undefined;
  onTask: (task: Task) => void;
}

/** Polls that were held, the last one first, with what may follow from them. */
export function DecidedPolls({ meetingId, polls, onTask }: PollListProps) {
  const { t } = useTranslation('polls');
  const decided = decidedOf(polls);
  const place = useRef<HTMLElement>(null);
  const myRole = useMeeting(meetingId).data?.myRole;
  useNewest(decided[0]?.id, () => {
    // Whoever takes part has it in the centre of the page.
    if (myRole === null) place.current?.scrollIntoView({ block: 'start' });
  });
  if (decided.length === 0) return null;
  return (
    <section ref={place} className={styles.part}>
      <h3>{t('list.decided')}</h3>
      <ol className={styles.polls}>
        {decided.map((poll, at) => (
          <PollCard
            key={poll.id}
            poll={poll}
            polls={polls}
            isLatest={at === 0}
            acts={<DecidedActs poll={poll} onTask={onTask} />}
          />
        ))}
      </ol>
    </section>
  );
}

/** Whoever ended a poll wants its result, which stands below all that is still prepared. */
function useNewest(pollId: Id | undefined, show: () => void) {
  const known = useRef(pollId);
  useEffect(() => {
    if (known.current === pollId) return;
    known.current = pollId;
    show();
  });
}

function DecidedActs({ poll, onTask }: { poll: MyPoll; onTask: (task: Task) => void }) {
  const { t } = useTranslation('polls');
  const { meetingId, id: pollId, number: first, state } = poll;
  const { repeat } = usePollDrafts(meetingId);
  const isSecond = poll.verdict?.outcome === 'second_ballot' && state === 'closed';
  const repeatIt = async () => {
    try {
      const { number } = await repeat.mutateAsync({ params: { meetingId, pollId } });
      showToast(t('list.repeated', { number, first }));
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  return (
    <>
      {isToAnnounce(poll) && (
        <Button
          kind="primary"
          icon={Megaphone}
          onPress={() => onTask({ kind: 'announce', pollId })}
        >
          {t('announcing.act')}
        </Button>
      )}
      <Button kind={isSecond ? 'secondary' : 'quiet'} icon={RotateCcw} onPress={repeatIt}>
        {t(isSecond ? 'list.second' : 'list.repeat')}
      </Button>
      {state === 'closed' && (
        <>
          <Button
            kind="quiet"
            icon={FilePlus}
            onPress={() => onTask({ kind: 'create', amends: poll })}
          >
            {t('list.amend')}
          </Button>
          <Button kind="quiet" icon={Ban} onPress={() => onTask({ kind: 'void', pollId })}>
            {t('voiding.act')}
          </Button>
        </>
      )}
    </>
  );
}
