import ScanFace from 'lucide-react/icons/scan-face';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoomMeetings } from '../../../../models/contracts/kiosk.ts';
import type { Device } from '../../../../models/contracts/identity.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Clock } from '../../../primitives/Clock.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { useConnectionState } from '../../../realtime/provider.tsx';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { routeQuery } from '../../../realtime/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { KioskMeeting } from './KioskMeeting.tsx';
import styles from './Kiosk.module.css';
import { useWakeLock } from '../../../primitives/useWakeLock.ts';

const askEveryMs = 10_000;

/** The door of a room: takes check-ins for its meeting, or waits for one. */
export function Kiosk({ device }: { device: Device }) {
  const { t } = useTranslation('kiosk');
  const [chosen, setChosen] = useState<string | null>(null);
  const line = useConnectionState();
  const offset = useClockOffset();
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
      {meeting ? <KioskMeeting key={meeting.id} meetingId={meeting.id} /> : <Waiting />}
      {items.length > 1 && (
        <nav className={styles.choices} aria-label={t('otherMeetings')}>
          {items.map(({ id, title }) => (
            <Button
              key={id}
              kind={id === meeting?.id ? 'primary' : 'quiet'}
              onPress={() => setChosen(id)}
            >
              {title}
            </Button>
          ))}
        </nav>
      )}
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
