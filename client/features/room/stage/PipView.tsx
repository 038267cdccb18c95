import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../../models/contracts/meetings.ts';
import { Avatar } from '../../../primitives/Avatar.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { useLocalFact, useMediaFact, usePlayed } from '../../../realtime/media/hooks.ts';
import { useMicrophoneLock } from '../../../realtime/media/microphone-lock.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { deviceIcons } from '../bar/device-icons.ts';
import styles from './Pip.module.css';
import { nameOf, placeOf } from './tile-words.ts';
import type { TileFacts } from './tiles.ts';

interface PipViewProps {
  session: MediaSession;
  window: Window;
  tile: TileFacts | null;
  participants: readonly Participant[];
}

/** Who or what is large in the room, and the own microphone, in the small window. */
export function PipView({ session, window, tile, participants }: PipViewProps) {
  const { t } = useTranslation('room');
  const producerId = tile?.producerId ?? '';
  const track = useMediaFact(session, ({ tracks }) => tracks.get(producerId) ?? null);
  const play = usePlayed(track);
  const person = participants.find(({ personId }) => personId === tile?.personId);
  const name = tile === null ? t('alone') : nameOf(tile, person, t('staff'));
  return createPortal(
    <main className={styles.pip}>
      {track ? (
        <video ref={play} className={styles.video} muted playsInline />
      ) : (
        <Avatar name={name} size="large" />
      )}
      <div className={styles.line}>
        <p className={styles.who}>
          <b>{name}</b> {placeOf(person)}
        </p>
        <Microphone session={session} />
      </div>
    </main>,
    window.document.body,
  );
}

/** A plain button: it stands in another document than the one where presses are watched. */
function Microphone({ session }: { session: MediaSession }) {
  const { t } = useTranslation('room');
  const { local } = session;
  const isOn = useLocalFact(local, ({ on }) => on.microphone);
  const isLocked = useMicrophoneLock(session);
  const word = isLocked ? 'locked.word' : isOn ? 'microphone.turnOff' : 'microphone.turnOn';
  return (
    <button
      type="button"
      className={styles.button}
      disabled={isLocked}
      onClick={() => void local.set('microphone', !isOn)}
    >
      <Icon of={deviceIcons.microphone[isOn && !isLocked ? 'on' : 'off']} />
      {t(word)}
    </button>
  );
}
