import type { Participant } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import type { RemotePeer } from '../../../realtime/media/roster.ts';

/** One picture in the room: a person's camera, a room with its device, or a screen that someone shares. */
export interface TileFacts {
  key: string;
  peerId: string;
  /** Null for the device of a room. */
  personId: Id | null;
  roomName: string | null;
  kind: 'person' | 'room' | 'screen';
  /** Null while there is nothing to see. */
  producerId: string | null;
  isMuted: boolean;
}

export interface Known {
  /** By person, with the place on the roll. */
  places: ReadonlyMap<Id, number>;
  chairId: Id | null;
  /** Who has the floor. */
  floorId: Id | null;
}

export function knownOf(participants: readonly Participant[], floorId: Id | null): Known {
  return {
    places: new Map(participants.map(({ personId }, place) => [personId, place])),
    chairId: participants.find(({ role }) => role === 'chair')?.personId ?? null,
    floorId,
  };
}

/**
 * Shared screens first, then the chair, who has the floor, the rooms, those with a camera, the others; among equals
 * as the roll has them, so that nobody jumps about.
 */
export function tilesOf(peers: ReadonlyMap<string, RemotePeer>, known: Known): TileFacts[] {
  const sorted = [...peers.values()]
    .map((peer) => ({ peer, rank: rankOf(peer, known), place: placeOf(peer, known) }))
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ peer }) => peer);
  return [...sorted.flatMap(screensOf), ...sorted.map(faceOf)];
}

function rankOf({ personId, streams }: RemotePeer, { chairId, floorId }: Known): number {
  if (personId === null) return 2;
  if (personId === chairId) return 0;
  if (personId === floorId) return 1;
  return streams.some(({ source, paused }) => source === 'camera' && !paused) ? 3 : 4;
}

const placeOf = ({ personId }: RemotePeer, { places }: Known): number =>
  (personId === null ? undefined : places.get(personId)) ?? places.size;

function screensOf({ peerId, personId, roomName, streams }: RemotePeer): TileFacts[] {
  return streams
    .filter(({ source }) => source === 'screen')
    .map(({ producerId }) => ({
      key: producerId,
      peerId,
      personId,
      roomName,
      kind: 'screen',
      producerId,
      isMuted: false,
    }));
}

function faceOf({ peerId, personId, roomName, streams }: RemotePeer): TileFacts {
  const camera = streams.find(({ source, paused }) => source === 'camera' && !paused);
  const microphone = streams.find(({ source }) => source === 'microphone');
  return {
    key: peerId,
    peerId,
    personId,
    roomName,
    kind: personId === null ? 'room' : 'person',
    producerId: camera?.producerId ?? null,
    isMuted: microphone === undefined || microphone.paused,
  };
}
