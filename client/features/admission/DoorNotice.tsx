import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import DoorOpen from 'lucide-react/icons/door-open';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Door, WaitingPerson } from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { formatTime } from '../../primitives/dates.ts';
import styles from './Door.module.css';
import { useDoor, useDoorActs } from './useDoor.ts';
import { useTone } from './useTone.ts';
import { useWaitingWords } from './waiting-words.ts';

/** Who waits at the door, with the ways to let them in: stays until nobody waits, and covers nothing. */
export function DoorNotice({ meetingId }: { meetingId: Id }) {
  const door = useDoor(meetingId).data;
  return door && <Waiting door={door} />;
}

/** So many names stand there at once; a hall that waits does not push the meeting away. */
const shownAtOnce = 3;

function Waiting({ door: { meetingId, waiting } }: { door: Door }) {
  const { t } = useTranslation('door');
  const { admit, decline } = useDoorActs(meetingId);
  const [showsAll, setShowsAll] = useState(false);
  const [declined, setDeclined] = useState<WaitingPerson | null>(null);
  const tone = useTone(waiting.length);
  const words = useWaitingWords(waiting);
  const shown = showsAll ? waiting : waiting.slice(0, shownAtOnce);
  return (
    <>
      <p role="status" className="nt-hidden">
        {words}
      </p>
      {waiting.length > 0 && (
        <section
          className={styles.notice}
          aria-label={t('waitingCount', { count: waiting.length })}
        >
          <div className={styles.head}>
            <span className={styles.count}>
              <Icon of={DoorOpen} />
              {t('waitingCount', { count: waiting.length })}
            </span>
            {waiting.length > 1 && (
              <Button onPress={() => admit(waiting.map(({ personId }) => personId))}>
                {t('admitAll')}
              </Button>
            )}
            {waiting.length > shownAtOnce && (
              <Button kind="quiet" onPress={() => setShowsAll(!showsAll)}>
                {showsAll ? t('showFewer') : t('showAll', { count: waiting.length })}
              </Button>
            )}
            <span className={styles.bell}>
              <IconButton
                size="small"
                icon={tone.isOn ? Bell : BellOff}
                label={t(tone.isOn ? 'soundOff' : 'soundOn')}
                onPress={tone.toggle}
              />
            </span>
          </div>
          <ul className={styles.people}>
            {shown.map((person) => (
              <WaitingLine
                key={person.personId}
                person={person}
                onAdmit={() => admit([person.personId])}
                onDecline={() => setDeclined(person)}
              />
            ))}
          </ul>
        </section>
      )}
      {declined && (
        <ConfirmDialog
          isOpen
          onClose={() => setDeclined(null)}
          title={t('declineTitle', { name: declined.fullName })}
          confirmLabel={t('decline')}
          kind="danger"
          onConfirm={() => decline(declined.personId)}
        >
          <p>{t('declineText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

interface WaitingLineProps {
  person: WaitingPerson;
  onAdmit: () => unknown;
  onDecline: () => void;
}

function WaitingLine({ person: { fullName, since }, onAdmit, onDecline }: WaitingLineProps) {
  const { t } = useTranslation('door');
  return (
    <li className={styles.person}>
      <span>
        {fullName} <span className={styles.soft}>{t('since', { time: formatTime(since) })}</span>
      </span>
      <span className={styles.buttons}>
        <Button onPress={onAdmit}>
          {t('admit')}
          <span className="nt-hidden"> {fullName}</span>
        </Button>
        <Button kind="quiet" onPress={onDecline}>
          {t('decline')}
          <span className="nt-hidden"> {fullName}</span>
        </Button>
      </span>
    </li>
  );
}
