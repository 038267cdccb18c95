import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMe } from '../../../realtime/session.tsx';
import { MarksBadge } from '../ballot/MarksBadge.tsx';
import styles from '../control/PollControl.module.css';
import { useTurnoutActs } from '../usePollActs.ts';
import type { Entry } from './turnout.ts';

/** Entered ballots that wait for a second person: never the one who entered them. */
export function Entries({ poll, entries }: { poll: MyPoll; entries: readonly Entry[] }) {
  const { t } = useTranslation('polls');
  if (entries.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('entries.title')}</h4>
      <ul className={styles.lines}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} poll={poll} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function EntryLine({ poll, entry }: { poll: MyPoll; entry: Entry }) {
  const { t } = useTranslation('polls');
  const { personId } = useMe();
  const { decide } = useTurnoutActs();
  const { fullName: name, enteredBy, enteredAt, marks } = entry;
  const decided = (confirmed: boolean) => async () => {
    const params = { meetingId: poll.meetingId, pollId: poll.id, entryId: entry.id };
    await decide.mutateAsync({ params, body: { confirmed } });
    showToast(t(confirmed ? 'entries.confirmed' : 'entries.refused', { name }));
  };
  const at = formatTime(enteredAt);
  return (
    <li className={styles.entry}>
      <p>{t('entries.line', { name, by: enteredBy.fullName, time: at })}</p>
      <p>
        <MarksBadge poll={poll} marks={marks} />
      </p>
      {enteredBy.personId === personId ? (
        <p className={styles.soft}>{t('entries.own')}</p>
      ) : (
        <div className={styles.actions}>
          <Button icon={Check} onPress={decided(true)}>
            {t('entries.confirm')}
            <span className="nt-hidden">: {name}</span>
          </Button>
          <Button kind="quiet" icon={X} onPress={decided(false)}>
            {t('entries.refuse')}
            <span className="nt-hidden">: {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
