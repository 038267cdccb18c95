import type {
  LineQuality,
  MediaPeer,
  MediaSource,
  ProducerInfo,
  RoomState,
} from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';

/** What another person sends. */
export interface RemoteStream {
  producerId: string;
  source: MediaSource;
  kind: ProducerInfo['kind'];
  paused: boolean;
  locked: boolean;
}

/** Someone else in the room. An object stays the same until something about the person changes. */
export interface RemotePeer {
  peerId: string;
  /** Null for the device of a room. */
  personId: Id | null;
  /** The name of the room whose device this is; null for a person. */
  roomName: string | null;
  streams: readonly RemoteStream[];
}

export type RosterEvent =
  | { type: 'peers'; joined: readonly MediaPeer[]; left: readonly string[] }
  | { type: 'stream'; stream: ProducerInfo }
  | { type: 'ended'; peerId: string; producerId: string }
  | { type: 'qualities'; qualities: RoomState['qualities'] };

type Snapshot = Pick<RoomState, 'peers' | 'producers' | 'qualities'>;

/**
 * Who is in the room, and what they send. It changes in place, for a hall that comes in together brings thousands of
 * events; those who draw take a copy now and then.
 */
export class Roster {
  readonly #peers = new Map<string, RemotePeer>();
  readonly #streams = new Map<string, RemoteStream>();
  readonly #qualities = new Map<string, LineQuality>();
  readonly #own: string | null;
  #peersCopy: ReadonlyMap<string, RemotePeer> | null = null;
  #qualitiesCopy: ReadonlyMap<string, LineQuality> | null = null;

  /**
   * Streams of someone whose leaving overtook the answer are left out.
   * @param own the own name in the room, which is no one else's
   */
  constructor({ peers, producers, qualities }: Snapshot, own: string | null = null) {
    this.#own = own;
    this.apply({ type: 'peers', joined: peers, left: [] });
    for (const stream of producers) this.apply({ type: 'stream', stream });
    this.apply({ type: 'qualities', qualities });
  }

  /** Every event may come twice, or for someone who is unknown: then nothing changes. */
  apply(event: RosterEvent): void {
    switch (event.type) {
      case 'peers':
        for (const peer of event.joined) this.#add(peer);
        for (const peerId of event.left) this.#remove(peerId);
        return;
      case 'stream': {
        const stream = streamOf(event.stream);
        return this.#change(event.stream.peerId, (streams) => [
          // One stream of each source: a new one takes the place of the old.
          ...streams.filter(({ source }) => source !== stream.source),
          stream,
        ]);
      }
      case 'ended':
        return this.#change(event.peerId, (streams) =>
          streams.filter(({ producerId }) => producerId !== event.producerId),
        );
      case 'qualities':
        for (const { peerId, quality } of event.qualities)
          if (this.#peers.has(peerId)) this.#qualities.set(peerId, quality);
        this.#qualitiesCopy = null;
    }
  }

  /** As it is now; the same map until something changes. */
  get peers(): ReadonlyMap<string, RemotePeer> {
    this.#peersCopy ??= new Map(this.#peers);
    return this.#peersCopy;
  }

  /** The lines of those who told; the same map until something changes. */
  get qualities(): ReadonlyMap<string, LineQuality> {
    this.#qualitiesCopy ??= new Map(this.#qualities);
    return this.#qualitiesCopy;
  }

  /** Everything that is sent, by producer. It changes with the roster. */
  get streams(): ReadonlyMap<string, RemoteStream> {
    return this.#streams;
  }

  #add({ peerId, personId, roomName }: MediaPeer): void {
    if (peerId === this.#own || this.#peers.has(peerId)) return;
    this.#peersCopy = null;
    this.#peers.set(peerId, { peerId, personId, roomName, streams: [] });
  }

  #remove(peerId: string): void {
    for (const { producerId } of this.#peers.get(peerId)?.streams ?? [])
      this.#streams.delete(producerId);
    if (this.#peers.delete(peerId)) this.#peersCopy = null;
    if (this.#qualities.delete(peerId)) this.#qualitiesCopy = null;
  }

  #change(
    peerId: string,
    change: (streams: readonly RemoteStream[]) => readonly RemoteStream[],
  ): void {
    const peer = this.#peers.get(peerId);
    if (!peer) return;
    const streams = change(peer.streams);
    this.#peersCopy = null;
    for (const { producerId } of peer.streams) this.#streams.delete(producerId);
    for (const stream of streams) this.#streams.set(stream.producerId, stream);
    this.#peers.set(peerId, { ...peer, streams });
  }
}

const streamOf = ({ producerId, source, kind, paused, locked }: ProducerInfo): RemoteStream => ({
  producerId,
  source,
  kind,
  paused,
  locked,
});
