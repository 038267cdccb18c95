import type { MediaPeer, MediaSource, ProducerInfo } from '../../../models/contracts/media.ts';
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
  personId: Id;
  streams: readonly RemoteStream[];
}

export type Roster = ReadonlyMap<string, RemotePeer>;

export type RosterEvent =
  | { type: 'joined'; peer: MediaPeer }
  | { type: 'left'; peerId: string }
  | { type: 'stream'; stream: ProducerInfo }
  | { type: 'ended'; peerId: string; producerId: string };

/** Who is there on joining. Streams of someone whose leaving overtook the answer are left out. */
export function rosterOf(peers: readonly MediaPeer[], producers: readonly ProducerInfo[]): Roster {
  const roster = new Map<string, RemotePeer>();
  for (const { peerId, personId } of peers) {
    const own = producers.filter((producer) => producer.peerId === peerId);
    roster.set(peerId, { peerId, personId, streams: own.map(streamOf) });
  }
  return roster;
}

/** Every event may come twice, or for someone who is unknown: then nothing changes. */
export function afterEvent(roster: Roster, event: RosterEvent): Roster {
  switch (event.type) {
    case 'joined':
      if (roster.has(event.peer.peerId)) return roster;
      return new Map(roster).set(event.peer.peerId, {
        peerId: event.peer.peerId,
        personId: event.peer.personId,
        streams: [],
      });
    case 'left': {
      if (!roster.has(event.peerId)) return roster;
      const rest = new Map(roster);
      rest.delete(event.peerId);
      return rest;
    }
    case 'stream':
      return withStreams(roster, event.stream.peerId, (streams) => [
        // One stream of each source: a new one takes the place of the old.
        ...streams.filter(({ source }) => source !== event.stream.source),
        streamOf(event.stream),
      ]);
    case 'ended':
      return withStreams(roster, event.peerId, (streams) =>
        streams.filter(({ producerId }) => producerId !== event.producerId),
      );
  }
}

export function streamsOf(roster: Roster): RemoteStream[] {
  return [...roster.values()].flatMap(({ streams }) => streams);
}

function withStreams(
  roster: Roster,
  peerId: string,
  change: (streams: readonly RemoteStream[]) => RemoteStream[],
): Roster {
  const peer = roster.get(peerId);
  if (!peer) return roster;
  return new Map(roster).set(peerId, { ...peer, streams: change(peer.streams) });
}

const streamOf = ({ producerId, source, kind, paused, locked }: ProducerInfo): RemoteStream => ({
  producerId,
  source,
  kind,
  paused,
  locked,
});
