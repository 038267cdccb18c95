import { type RefCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../models/contracts/meetings.ts';
import { useLevel, useLocalFact, useMediaFact } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import { useMe } from '../../realtime/session.tsx';
import { Tile } from './Tile.tsx';
import styles from './Tiles.module.css';
import { type TileFacts, tilesOf } from './tiles.ts';
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
        // Many pictures scroll, and the keyboard must reach them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {tiles.map((tile) => (
          <OtherTile
            key={tile.key}
            session={session}
            tile={tile}
            person={named.get(tile.personId)}
            watch={tile.producerId === null ? undefined : watch(tile.producerId)}
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

interface OtherTileProps {
  session: MediaSession;
  tile: TileFacts;
  person: Participant | undefined;
  watch: RefCallback<HTMLElement> | undefined;
}

/** Draws anew for what concerns this one alone. */
function OtherTile({ session, tile, person, watch }: OtherTileProps) {
  const { kind, peerId, producerId, isMuted } = tile;
  const track = useMediaFact(session, ({ tracks }) => tracks.get(producerId ?? '') ?? null);
  const isWeak = useMediaFact(session, ({ weak }) => weak.has(producerId ?? ''));
  const isHeard = useLevel(session, peerId) !== undefined;
  return (
    <Tile
      kind={kind}
      person={person}
      track={track}
      isMuted={isMuted}
      isSpeaking={kind === 'person' && isHeard}
      isWeak={isWeak}
      watch={watch}
    />
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
