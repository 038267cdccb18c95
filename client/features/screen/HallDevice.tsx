import MicOff from 'lucide-react/icons/mic-off';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../models/contracts/identity.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { useWakeLock } from '../../primitives/useWakeLock.ts';
import { useLocalFact, useMediaFact, useMediaSession } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import styles from './Hall.module.css';
import { HallPictures } from './HallPictures.tsx';
import { useDeviceMedia } from './useHallMedia.ts';
import { useRoomMeeting } from './useRoomMeeting.ts';

export interface HallDeviceProps {
  device: Device;
  /** Choosing camera, microphone and loudspeaker, with a level. */
  settings: (local: LocalMedia) => ReactNode;
  /** Plays what is heard. */
  sounds: (session: MediaSession, speaker: string | null) => ReactNode;
}

/**
 * Camera, microphone and loudspeaker of a meeting room: joins the open meeting as the room, by itself, and shows those
 * who take part from elsewhere. People inside use their own devices without sound, so nothing echoes.
 */
export function HallDevice({ device, settings, sounds }: HallDeviceProps) {
  const { t } = useTranslation('hall');
  const local = useDeviceMedia();
  const meeting = useRoomMeeting();
  useWakeLock();
  useEffect(() => void local.begin({ microphone: true, camera: true }), [local]);
  return (
    <main className={styles.page} data-theme="dark">
      <PageTitle>{t('title')}</PageTitle>
      {meeting?.state === 'open' ? (
        <Joined key={meeting.id} meetingId={meeting.id} local={local} sounds={sounds} />
      ) : (
        <div className={styles.idle}>
          <h1>{device.roomName ?? device.name}</h1>
          <p>
            {device.roomId === null
              ? t('noRoom', { name: device.name })
              : meeting
                ? t('waits', { title: meeting.title })
                : t('idle')}
          </p>
        </div>
      )}
      <details className={styles.settings}>
        <summary>{t('settings')}</summary>
        <div className={styles.fields}>{settings(local)}</div>
      </details>
    </main>
  );
}

interface JoinedProps {
  meetingId: Meeting['id'];
  local: LocalMedia;
  sounds: HallDeviceProps['sounds'];
}

function Joined({ meetingId, local, sounds }: JoinedProps) {
  const { t } = useTranslation('hall');
  const meeting = useMeeting(meetingId).data;
  const session = useMediaSession(meetingId, local, { asDevice: true });
  const phase = useMediaFact(session, (state) => state.phase);
  const isLocked = useMediaFact(session, ({ locked }) => locked);
  const speaker = useLocalFact(local, ({ chosen }) => chosen.speaker);
  // Nobody sits at this device to switch it on: the room is heard whenever the floor allows.
  useEffect(() => {
    if (!isLocked && phase === 'joined') void local.set('microphone', true);
  }, [isLocked, phase, local]);
  return (
    <>
      <header className={styles.head}>
        <h1>{meeting?.title}</h1>
        {phase !== 'joined' && <p role="status">{t('connecting')}</p>}
        {isLocked && (
          <StatusBadge meaning="attention" icon={MicOff}>
            {t('locked')}
          </StatusBadge>
        )}
      </header>
      {meeting && <HallPictures session={session} meeting={meeting} />}
      {sounds(session, speaker)}
    </>
  );
}
