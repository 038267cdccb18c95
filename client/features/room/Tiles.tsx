import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../models/contracts/meetings.ts';
import { useLocalFact, useMediaFact } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import { useMe } from '../../realtime/session.tsx';
import { Tile } from './Tile.tsx';
import styles from './Tiles.module.css';
import { tilesOf } from './tiles.ts';
import { useShown } from './useShown.ts';

interface TilesProps {
  session: MediaSession;
  local: LocalMedia;
  participants: readonly Participant[];
}

/** The pictures, as large as the room allows; only what is in sight is received. */
export function Tiles({ session, local, participants }: TilesProps) {
  const { t } = useTranslation('room');
  const peers = useMediaFact(session, (state) => state.peers);
  const tracks = useMediaFact(session, (state) => state.tracks);
  const weak = useMediaFact(session, (state) => state.weak);
  const speakerPeerId = useMediaFact(session, (state) => state.speakerPeerId);
  const tiles = useMemo(() => tilesOf(peers, participants), [peers, participants]);
  const watch = useShown(session);
  const hasScreen = tiles.some(({ kind }) => kind === 'screen');
  const named = new Map(participants.map((person) => [person.personId, person]));
  return (
    <div className={styles.area}>
      <ul
        className={styles.tiles}
        data-screen={hasScreen || undefined}
        data-count={Math.min(tiles.length + 1, 10)}
        aria-label={t('people')}
      >
        {tiles.map(({ key, peerId, personId, kind, producerId, isMuted }) => (
          <Tile
            key={key}
            kind={kind}
            person={named.get(personId)}
            track={producerId === null ? null : (tracks.get(producerId) ?? null)}
            isMuted={isMuted}
            isSpeaking={kind === 'person' && peerId === speakerPeerId}
            isWeak={producerId !== null && weak.has(producerId)}
            watch={producerId === null ? undefined : watch(producerId)}
          />
        ))}
        <OwnTile local={local} participants={participants} />
      </ul>
      {tiles.length === 0 && (
        <p className={styles.alone} role="status">
          {t('alone')}
        </p>
      )}
    </div>
  );
}

interface OwnTileProps {
  local: LocalMedia;
  participants: readonly Participant[];
}

function OwnTile({ local, participants }: OwnTileProps) {
  const { personId, fullName, office } = useMe();
  const camera = useLocalFact(local, ({ tracks }) => tracks.camera);
  const isOn = useLocalFact(local, ({ on }) => on.microphone);
  const listed = participants.find((one) => one.personId === personId);
  return (
    <Tile
      kind="self"
      person={listed ?? { fullName, office, organisationName: null, role: 'guest' }}
      track={camera}
      isMuted={!isOn}
    />
  );
}
