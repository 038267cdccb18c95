import type { Participant } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import type { RemotePeer } from '../../realtime/media/roster.ts';

/** One picture in the room: a person's camera, or the screen that they share. */
export interface TileFacts {
  key: string;
  peerId: string;
  personId: Id;
  kind: 'person' | 'screen';
  /** Null while there is nothing to see. */
  producerId: string | null;
  isMuted: boolean;
}

/** Shared screens first, then the chair, then the others as the roll has them: nobody jumps about. */
export function tilesOf(
  peers: ReadonlyMap<string, RemotePeer>,
  participants: readonly Participant[],
): TileFacts[] {
  const places = new Map(participants.map(({ personId }, place) => [personId, place]));
  const chair = participants.find(({ role }) => role === 'chair')?.personId;
  const placeOf = ({ personId }: RemotePeer) =>
    personId === chair ? -1 : (places.get(personId) ?? participants.length);
  const sorted = [...peers.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
  return [...sorted.flatMap(screensOf), ...sorted.map(personOf)];
}

function screensOf({ peerId, personId, streams }: RemotePeer): TileFacts[] {
  return streams
    .filter(({ source }) => source === 'screen')
    .map(({ producerId }) => ({
      key: producerId,
      peerId,
      personId,
      kind: 'screen',
      producerId,
      isMuted: false,
    }));
}

function personOf({ peerId, personId, streams }: RemotePeer): TileFacts {
  const camera = streams.find(({ source, paused }) => source === 'camera' && !paused);
  const microphone = streams.find(({ source }) => source === 'microphone');
  return {
    key: peerId,
    peerId,
    personId,
    kind: 'person',
    producerId: camera?.producerId ?? null,
    isMuted: microphone === undefined || microphone.paused,
  };
}
