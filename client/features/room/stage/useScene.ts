import { useMemo } from 'react';
import type { Participant } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { type Arrangement, type Layout, arrange, bigOf, layoutOf } from './layout.ts';
import type { Area } from './rects.ts';
import { type TileFacts, knownOf, tilesOf } from './tiles.ts';
import { useHeldSpeaker } from './useHeldSpeaker.ts';
import type { View } from './useView.ts';

export interface SceneWish {
  session: MediaSession;
  participants: readonly Participant[];
  floorId: Id | null;
  view: View;
}

/** Everything about who is to be seen, before it is known how large the place is. */
export interface Scene {
  tiles: readonly TileFacts[];
  big: TileFacts | null;
  layout: Layout;
  floorPeerId: string | null;
  speakerPeerId: string | null;
  chairId: Id | null;
}

export function useScene({ session, participants, floorId, view }: SceneWish): Scene {
  const peers = useMediaFact(session, (state) => state.peers);
  const speakerPeerId = useHeldSpeaker(session);
  const known = useMemo(() => knownOf(participants, floorId), [participants, floorId]);
  const tiles = useMemo(() => tilesOf(peers, known), [peers, known]);
  const { choice, pinned } = view;
  const { chairId } = known;
  return useMemo(
    () => ({
      tiles,
      chairId,
      speakerPeerId,
      layout: layoutOf({ choice, tiles, floorId, pinned }),
      big: bigOf({ tiles, pinned, floorId, speakerPeerId, chairId }),
      floorPeerId:
        tiles.find(({ personId }) => personId !== null && personId === floorId)?.peerId ?? null,
    }),
    [tiles, chairId, speakerPeerId, choice, floorId, pinned],
  );
}

export const useArrangement = (scene: Scene, view: View, area: Area): Arrangement => {
  const { page, showsOwn } = view;
  return useMemo(() => arrange({ ...scene, area, page, showsOwn }), [scene, area, page, showsOwn]);
};
