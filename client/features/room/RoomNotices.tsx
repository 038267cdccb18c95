import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../primitives/Button.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useLocalFact, useMediaFact } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import styles from './Room.module.css';
import { CaptureNotices } from './join/CaptureNotices.tsx';

interface RoomNoticesProps {
  session: MediaSession;
  /** Whether the person has the floor. */
  hasFloor: boolean;
  /** What else the person is asked. */
  children?: ReactNode;
}

/** What concerns the own microphone and camera, over the bar: it covers nothing. */
export function RoomNotices({ session, hasFloor, children }: RoomNoticesProps) {
  const { local } = session;
  useMutedToast(session);
  return (
    <div className={styles.notices}>
      <SpeakNotice session={session} hasFloor={hasFloor} />
      <SilentNotice session={session} />
      <CaptureNotices local={local} />
      {children}
    </div>
  );
}

/** Asked by the chair, or given the floor: only the person switches the microphone on. */
function SpeakNotice({ session, hasFloor }: RoomNoticesProps) {
  const { t } = useTranslation('room');
  const { local } = session;
  const asked = useMediaFact(session, (state) => state.asked);
  const isLocked = useMediaFact(session, ({ locked }) => locked);
  const isJoined = useMediaFact(session, ({ phase }) => phase === 'joined');
  const isOn = useLocalFact(local, ({ on }) => on.microphone);
  if (isOn || isLocked || !isJoined || (asked === null && !hasFloor)) return null;
  return (
    <Notice
      tone="info"
      title={asked ? t('asked', { name: asked.byName }) : t('floorIsYours')}
      action={
        <span className={styles.answers}>
          <Button onPress={() => local.set('microphone', true)}>{t('microphone.turnOn')}</Button>
          {asked && (
            <Button kind="quiet" onPress={() => session.dismissAsked()}>
              {t('no')}
            </Button>
          )}
        </span>
      }
    />
  );
}

/** The microphone is on and sends nothing: said to the one who cannot hear it. */
function SilentNotice({ session: { local } }: Pick<RoomNoticesProps, 'session'>) {
  const { t } = useTranslation('room');
  const isSilent = useLocalFact(local, ({ silent, on }) => silent && on.microphone);
  if (!isSilent) return null;
  return (
    <Notice tone="attention" title={t('silent.title')}>
      <p>{t('silent.help')}</p>
    </Notice>
  );
}

function useMutedToast(session: MediaSession): void {
  const { t } = useTranslation('room');
  const mutedBy = useMediaFact(session, (state) => state.mutedBy);
  useEffect(() => {
    if (mutedBy === null) return;
    showToast(t('mutedBy', { name: mutedBy }), { tone: 'info' });
    session.dismissMuted();
  }, [session, mutedBy, t]);
}
