import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../../models/contracts/meetings.ts';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { useLevel, useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { PeerLine } from './PeerLine.tsx';
import { Tile } from './Tile.tsx';
import styles from './Tile.module.css';
import type { Placed } from './layout.ts';
import { stillOf } from './still.ts';
import { nameOf, placeOf } from './tile-words.ts';

interface PeerTileProps {
  session: MediaSession;
  placed: Placed;
  person: Participant | undefined;
  hasFloor: boolean;
  isPinned: boolean;
  onPin: (key: string | null) => void;
}

/** Someone else. Draws anew for what concerns this one alone. */
export function PeerTile({ session, placed, person, hasFloor, isPinned, onPin }: PeerTileProps) {
  const { t } = useTranslation('room');
  const { tile, rect, isBig } = placed;
  const { kind, peerId, isMuted, key } = tile;
  const producerId = tile.producerId ?? '';
  const track = useMediaFact(session, ({ tracks }) => tracks.get(producerId) ?? null);
  const isWeak = useMediaFact(session, ({ weak }) => weak.has(producerId));
  const isWithheld = useMediaFact(session, ({ withheld }) => withheld.has(producerId));
  const receiving = useMediaFact(session, (state) => state.receiving);
  const isHeard = useLevel(session, peerId) !== undefined;
  const hasTrack = track !== null;
  const why = stillOf({
    producerId: tile.producerId,
    hasTrack,
    isWeak,
    isWithheld,
    receiving,
  });
  const name = nameOf(tile, person, t('staff'));
  const shownName = kind === 'screen' ? t('screenOf', { name }) : name;
  return (
    <Tile
      rect={rect}
      kind={kind}
      name={shownName}
      place={kind === 'screen' ? '' : placeOf(person)}
      track={track}
      isMuted={isMuted}
      isSpeaking={kind !== 'screen' && isHeard}
      isChair={kind !== 'screen' && person?.role === 'chair'}
      hasFloor={kind !== 'screen' && hasFloor}
      isBig={isBig}
      still={why && t(`still.${why}`)}
      tools={
        <>
          {kind !== 'screen' && <PeerLine session={session} peerId={peerId} />}
          <span className={styles.pin} data-pinned={isPinned || undefined}>
            <IconButton
              size="small"
              icon={isPinned ? PinOff : Pin}
              label={t(isPinned ? 'unpin' : 'pin', { name: shownName })}
              isPressed={isPinned}
              onPress={() => onPin(isPinned ? null : key)}
            />
          </span>
        </>
      }
    />
  );
}
