import BellRing from 'lucide-react/icons/bell-ring';
import Monitor from 'lucide-react/icons/monitor';
import MonitorOff from 'lucide-react/icons/monitor-off';
import PencilLine from 'lucide-react/icons/pencil-line';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../control/PollControl.module.css';
import { useTurnoutActs } from '../usePollActs.ts';
import { EnterBallotDialog } from './EnterBallotDialog.tsx';
import { type Entry, type Line, waitingOf } from './turnout.ts';

interface WaitingForProps {
  poll: MyPoll;
  items: readonly Line[];
  entries: readonly Entry[];
}

/** Who has not voted, and what can be done about it; never how anyone voted. */
export function WaitingFor({ poll, items, entries }: WaitingForProps) {
  const { t } = useTranslation('polls');
  const { remind } = useTurnoutActs();
  const [entered, enter] = useState<Line | null>(null);
  const waiting = waitingOf(items);
  if (waiting.length === 0) return <p>{t('running.everybody')}</p>;
  const params = { meetingId: poll.meetingId, pollId: poll.id };
  const sendReminder = async () => {
    const { reminded } = await remind.mutateAsync({ params });
    showToast(t('running.reminded', { count: reminded }));
  };
  const isEntered = new Set(entries.map(({ personId }) => personId));
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h4>{t('running.waitingFor', { count: waiting.length })}</h4>
        <Button icon={BellRing} onPress={sendReminder}>
          {t('running.remind')}
        </Button>
      </div>
      <p className={styles.soft}>
        {t('running.neverHow')} {poll.secrecy === 'secret' && t('running.secretNote')}
      </p>
      <ul className={styles.lines}>
        {waiting.map((line) => (
          <li key={line.personId} className={styles.line}>
            <span>
              {line.fullName}
              <Whereabouts line={line} />
            </span>
            {poll.secrecy === 'open' && poll.binding && !isEntered.has(line.personId) && (
              <IconButton
                icon={PencilLine}
                label={t('running.enterFor', { name: line.fullName })}
                onPress={() => enter(line)}
              />
            )}
          </li>
        ))}
      </ul>
      {entered && <EnterBallotDialog poll={poll} person={entered} onDone={() => enter(null)} />}
    </section>
  );
}

/** Whether a page of the meeting is open there, or who votes for them. */
function Whereabouts({ line: { connected, castBy } }: { line: Line }) {
  const { t } = useTranslation('polls');
  return (
    <span className={styles.where}>
      {castBy === null ? (
        <>
          <Icon of={connected ? Monitor : MonitorOff} size="1em" />
          {t(connected ? 'running.online' : 'running.offline')}
        </>
      ) : (
        t('running.castBy', { name: castBy })
      )}
    </span>
  );
}
