import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { useMe } from '../../../realtime/session.tsx';
import { OwnTile } from './OwnTile.tsx';
import { Pager } from './Pager.tsx';
import { PeerTile } from './PeerTile.tsx';
import styles from './Stage.module.css';
import { type Scene, useArrangement } from './useScene.ts';
import { useReceived } from './useReceived.ts';
import { useSize } from './useSize.ts';
import type { View } from './useView.ts';

interface StageProps {
  session: MediaSession;
  participants: readonly Participant[];
  floorId: Id | null;
  scene: Scene;
  view: View;
  afloat: { producerId: string; height: number } | null;
}

/** The pictures, as large as the room allows. Only the page in sight stands in the document and is received. */
export function Stage({ session, participants, floorId, scene, view, afloat }: StageProps) {
  const { t } = useTranslation('room');
  const { personId: me } = useMe();
  const [watch, area] = useSize();
  const { placed, own, page, pages } = useArrangement(scene, view, area);
  const people = useMemo(
    () => new Map(participants.map((person) => [person.personId, person])),
    [participants],
  );
  useReceived(session, placed, scene, afloat);
  return (
    <div className={styles.stage}>
      <ul ref={watch} className={styles.tiles} aria-label={t('people')} data-layout={scene.layout}>
        {placed.map((one) => (
          <PeerTile
            key={one.tile.key}
            session={session}
            placed={one}
            person={one.tile.personId === null ? undefined : people.get(one.tile.personId)}
            hasFloor={one.tile.personId !== null && one.tile.personId === floorId}
            isPinned={one.tile.key === view.pinned}
            onPin={view.pin}
          />
        ))}
        {own && (
          <OwnTile
            session={session}
            rect={own}
            isChair={scene.chairId === me}
            hasFloor={floorId === me}
          />
        )}
      </ul>
      {scene.tiles.length === 0 && (
        <p className={styles.alone} role="status">
          {t('alone')}
        </p>
      )}
      <Pager page={page} pages={pages} onTurn={view.turnTo} />
    </div>
  );
}
