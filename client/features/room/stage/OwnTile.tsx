import { useTranslation } from 'react-i18next';
import { useLevel, useLocalFact, useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { useMe } from '../../../realtime/session.tsx';
import { Tile } from './Tile.tsx';
import type { Rect } from './rects.ts';

interface OwnTileProps {
  session: MediaSession;
  rect: Rect;
  isChair: boolean;
  hasFloor: boolean;
}

/** My own picture, small. */
export function OwnTile({ session, rect, isChair, hasFloor }: OwnTileProps) {
  const { t } = useTranslation('room');
  const me = useMe();
  const { local } = session;
  const camera = useLocalFact(local, ({ tracks }) => tracks.camera);
  const isOn = useLocalFact(local, ({ on }) => on.microphone);
  const peerId = useMediaFact(session, (state) => state.peerId);
  const isHeard = useLevel(session, peerId ?? '') !== undefined;
  return (
    <Tile
      rect={rect}
      kind="self"
      name={`${me.fullName} (${t('you')})`}
      shortName={t('meShort')}
      place=""
      track={camera}
      isMuted={!isOn}
      isSpeaking={isOn && isHeard}
      isChair={isChair}
      hasFloor={hasFloor}
      still={camera === null ? t('still.cameraOff') : null}
    />
  );
}
