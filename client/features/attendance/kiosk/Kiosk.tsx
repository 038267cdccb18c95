import ScanFace from 'lucide-react/icons/scan-face';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoomMeetings } from '../../../../models/contracts/kiosk.ts';
import type { Device } from '../../../../models/contracts/identity.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Clock } from '../../../primitives/Clock.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { useConnection, useConnectionState } from '../../../realtime/provider.tsx';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { routeQuery } from '../../../realtime/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { KioskMeeting } from './KioskMeeting.tsx';
import styles from './Kiosk.module.css';
import { type LateAttempts, createLateAttempts } from './late.ts';
import { keepMeeting, keptMeeting } from './remembered.ts';
import { useWakeLock } from '../../../primitives/useWakeLock.ts';

const askEveryMs = 10_000;

/** The door of a room: takes check-ins for its meeting, or waits for one. */
export function Kiosk({ device }: { device: Device }) {
  const { t } = useTranslation('kiosk');
  const [chosen, setChosen] = useState(keptMeeting);
  const line = useConnectionState();
  const offset = useClockOffset();
  const late = useLateAttempts();
  const meetings = useQuery({ ...routeQuery(listRoomMeetings), refetchInterval: askEveryMs });
  useWakeLock();
  const items = meetings.data?.items ?? [];
  const meeting = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <main className={styles.page} data-theme="dark">
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{meeting?.title ?? t('title')}</h1>
          <p className={styles.place}>{meeting?.bodyName ?? device.roomName ?? device.name}</p>
        </div>
        <Clock offsetMs={offset} size="title" />
      </header>
      {meeting && late ? (
        <KioskMeeting key={meeting.id} meetingId={meeting.id} late={late} />
      ) : (
        <Waiting />
      )}
      {items.length > 1 && (
        <nav className={styles.choices} aria-label={t('otherMeetings')}>
          {items.map(({ id, title }) => (
            <Button
              key={id}
              kind={id === meeting?.id ? 'primary' : 'quiet'}
              onPress={() => {
                setChosen(id);
                keepMeeting(id);
              }}
            >
              {title}
            </Button>
          ))}
        </nav>
      )}
      {late && <Unsent late={late} />}
      {line === 'offline' && (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      )}
    </main>
  );
}

function Waiting() {
  const { t } = useTranslation('kiosk');
  return (
    <div className={styles.waiting} role="status">
      <Icon of={ScanFace} size="4rem" />
      <p className={styles.guidance}>{t('noMeeting')}</p>
      <p className={styles.place}>{t('noMeetingHelp')}</p>
    </div>
  );
}

/** As long as the screen stands, whether there is a meeting now or not: what was kept has to be sent. */
function useLateAttempts(): LateAttempts | null {
  const connection = useConnection();
  const [late, setLate] = useState<LateAttempts | null>(null);
  useEffect(() => {
    const opened = createLateAttempts(connection);
    // It needs stopping, so it cannot be made while rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    setLate(opened);
    return opened.stop;
  }, [connection]);
  return late;
}

function Unsent({ late }: { late: LateAttempts }) {
  const { t } = useTranslation('kiosk');
  const count = useSyncExternalStore(late.onChange, late.waiting);
  if (count === 0) return null;
  return (
    <p className={styles.offline} role="status">
      {t('unsent', { count })}
    </p>
  );
}
