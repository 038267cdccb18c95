import type { Id } from '../../../models/ids.ts';
import type { RemotePeer } from '../../realtime/media/roster.ts';

type Peers = ReadonlyMap<string, RemotePeer>;

/** The producer of the screen that someone shares; of several, the one shared last. */
export function sharedScreenIn(peers: Peers): string | null {
  const screens = [...peers.values()].flatMap(({ streams }) =>
    streams.filter(({ source, paused }) => source === 'screen' && !paused),
  );
  return screens.at(-1)?.producerId ?? null;
}

/** The producer of a person's camera, if it is on. */
export function cameraOf(peers: Peers, personId: Id): string | null {
  const peer = [...peers.values()].find((one) => one.personId === personId);
  return peer === undefined ? null : cameraOfPeer(peer);
}

/** The camera of a peer, if it is on. */
const cameraOfPeer = ({ streams }: Pick<RemotePeer, 'streams'>): string | null =>
  streams.find(({ source, paused }) => source === 'camera' && !paused)?.producerId ?? null;

export interface HallPicture extends Pick<RemotePeer, 'personId' | 'roomName'> {
  producerId: string;
  isScreen: boolean;
}

/** More faces than this are too small to be seen from the seats. */
const mostFaces = 9;

/**
 * What the people in a room see of those elsewhere: a shared screen with the speaker, or else the faces, who has the
 * floor first, then who is heard.
 */
export function hallPictures(
  peers: Peers,
  { speakerId, activeId }: { speakerId: Id | null; activeId: string | null },
): HallPicture[] {
  const rank = ({ peerId, personId }: RemotePeer) => {
    if (personId !== null && personId === speakerId) return 0;
    return peerId === activeId ? 1 : 2;
  };
  const faces = [...peers.values()]
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((peer) => {
      const producerId = cameraOfPeer(peer);
      const { personId, roomName } = peer;
      return producerId === null ? [] : [{ producerId, personId, roomName, isScreen: false }];
    });
  const screen = sharedScreenIn(peers);
  const sharer = [...peers.values()].find(({ streams }) =>
    streams.some(({ producerId }) => producerId === screen),
  );
  if (screen === null || sharer === undefined) return faces.slice(0, mostFaces);
  const { personId, roomName } = sharer;
  return [{ producerId: screen, personId, roomName, isScreen: true }, ...faces.slice(0, 1)];
}
