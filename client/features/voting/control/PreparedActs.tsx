import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Play from 'lucide-react/icons/play';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { MoveButtons } from '../../../primitives/MoveList.tsx';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useRoll } from '../../../realtime/roll.ts';
import styles from './PollControl.module.css';
import { draftOf, formOf } from '../editor/poll-form.ts';
import { pollQuorum } from '../poll-quorum.ts';
import { usePollDrafts } from '../usePollActs.ts';
import type { Task } from './TaskDialogs.tsx';
import { beforeWhich, preparedOf } from './order.ts';

interface PreparedActsProps {
  poll: MyPoll;
  polls: readonly MyPoll[];
  open: MyPoll | undefined;
  onTask: (task: Task) => void;
  onMove: (beforeId: Id | null) => unknown;
}

/** What can be done with a poll that was not opened yet. */
export function PreparedActs({ poll, polls, open, onTask, onMove }: PreparedActsProps) {
  const { t } = useTranslation('polls');
  const { number, id: pollId } = poll;
  return (
    <div className={styles.actions}>
      <Button
        icon={Play}
        onPress={() => onTask({ kind: 'open', pollId })}
        isDisabled={open !== undefined}
      >
        {t('list.open')}
      </Button>
      <Button kind="quiet" icon={Pencil} onPress={() => onTask({ kind: 'edit', pollId })}>
        {t('list.edit')}
      </Button>
      <span className={styles.ordering}>
        {preparedOf(polls).length > 1 && (
          <MoveButtons
            labels={{
              up: t('list.up', { number }),
              down: t('list.down', { number }),
              drag: t('list.drag', { number }),
            }}
            up={beforeWhich(polls, pollId, 'up')}
            down={beforeWhich(polls, pollId, 'down')}
            onMove={onMove}
          />
        )}
        <MoreActs poll={poll} onTask={onTask} />
      </span>
      {!open && <MissingForOpening poll={poll} />}
      {open && (
        <span className={styles.soft}>{t('list.anotherOpen', { number: open.number })}</span>
      )}
    </div>
  );
}

/** Why the poll would not open now; opening may still be tried, as someone may just have come in. */
function MissingForOpening({ poll }: Pick<PreparedActsProps, 'poll'>) {
  const { t } = useTranslation('polls');
  const roll = useRoll(poll.meetingId).data;
  const isGated = poll.binding && poll.ruleSet.quorumGatesOpening;
  if (!isGated || roll === undefined) return null;
  const { present, members, needed, reached } = pollQuorum(poll, roll.quorum);
  if (reached) return null;
  return (
    <span className={styles.soft}>
      {t('list.noQuorum', { present, members, needed, missing: needed - present })}
    </span>
  );
}

function MoreActs({ poll, onTask }: Pick<PreparedActsProps, 'poll' | 'onTask'>) {
  const { t } = useTranslation('polls');
  const { meetingId, id: pollId } = poll;
  const { create } = usePollDrafts(meetingId);
  const copy = async () => {
    // All that a form can leave open, a poll that stands has said.
    const body = draftOf(formOf(poll), { currentItem: null, rules: poll.ruleSet });
    try {
      const { number } = await create.mutateAsync({ params: { meetingId }, body });
      showToast(t('list.copied', { number }));
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  return (
    <Menu
      label={t('list.more', { number: poll.number })}
      icon={Ellipsis}
      items={[
        { id: 'copy', label: t('list.copy'), onAction: () => void copy() },
        {
          id: 'remove',
          label: t('list.remove'),
          isDangerous: true,
          onAction: () => onTask({ kind: 'remove', pollId }),
        },
      ]}
    />
  );
}
