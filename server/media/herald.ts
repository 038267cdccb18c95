import {
  type LineQuality,
  type MediaPeer,
  type ProducerInfo,
  mediaPeers,
  mediaQualities,
  mediaStreams,
} from '../../models/contracts/media.ts';
import type { Id } from '../../models/ids.ts';
import { gather, paceFor } from '../platform/gather.ts';
import type { Publisher } from '../platform/publisher.ts';
import { type Member, peerOf } from './members.ts';

/** Tells a meeting who came and went, what they send and how their lines are, gathered. */
export interface Herald {
  joined(member: Member): void;
  left(member: Member): void;
  /** A stream is new, or was paused, resumed, locked or unlocked. */
  stream(member: Member, stream: ProducerInfo): void;
  streamEnded(member: Member, producerId: string): void;
  quality(member: Member, quality: LineQuality): void;
  forget(meetingId: Id): void;
}

/** What waits to be told of one meeting. */
interface News {
  joined: Map<string, MediaPeer>;
  /** Also those who had not been announced: someone may know them from joining. */
  left: Set<string>;
  streams: Map<string, ProducerInfo>;
  /** Peer by producer. */
  ended: Map<string, string>;
  lines: Map<string, LineQuality>;
}

const noNews = (): News => ({
  joined: new Map(),
  left: new Set(),
  streams: new Map(),
  ended: new Map(),
  lines: new Map(),
});

/** Milliseconds that a picture or a muted microphone may wait to be told, even while a hall pours in. */
const streamsWait = 1000;

type Tell = (meetingId: Id, news: News) => void;

/** Each tells what waits of its kind, if anything does. Nobody hears of a peer's stream or line before hearing of the peer. */
function tellers(
  publisher: Pick<Publisher, 'toMeeting'>,
): Record<'comings' | 'streams' | 'lines', Tell> {
  const comings: Tell = (meetingId, { joined, left }) => {
    if (joined.size + left.size === 0) return;
    const words = { meetingId, joined: [...joined.values()], left: [...left] };
    joined.clear();
    left.clear();
    publisher.toMeeting(meetingId, mediaPeers, words);
  };
  const introduce = (meetingId: Id, news: News, peerIds: Iterable<string>) => {
    for (const peerId of peerIds) if (news.joined.has(peerId)) return comings(meetingId, news);
  };
  return {
    comings,
    streams(meetingId, news) {
      const { streams, ended } = news;
      if (streams.size + ended.size === 0) return;
      const changed = [...streams.values()];
      introduce(
        meetingId,
        news,
        changed.map(({ peerId }) => peerId),
      );
      const gone = Array.from(ended, ([producerId, peerId]) => ({ producerId, peerId }));
      streams.clear();
      ended.clear();
      publisher.toMeeting(meetingId, mediaStreams, { meetingId, streams: changed, ended: gone });
    },
    lines(meetingId, news) {
      const { lines } = news;
      if (lines.size === 0) return;
      introduce(meetingId, news, lines.keys());
      const qualities = Array.from(lines, ([peerId, quality]) => ({ peerId, quality }));
      lines.clear();
      publisher.toMeeting(meetingId, mediaQualities, { meetingId, qualities });
    },
  };
}

export function createHerald(publisher: Pick<Publisher, 'toMeeting' | 'audience'>): Herald {
  // What waits is kept here, so that it can be told before its time. Nobody sees the difference, and a hall of 500 that
  // comes in within some seconds is told in a few messages to each instead of 500.
  const waiting = new Map<Id, News>();
  const newsOf = (meetingId: Id) => {
    const news = waiting.get(meetingId) ?? noNews();
    waiting.set(meetingId, news);
    return news;
  };
  const tell = tellers(publisher);
  const paced = (kind: keyof typeof tell, longest = Infinity) =>
    gather<Id, null>({
      interval: (meetingId, told) =>
        Math.min(longest, paceFor(publisher.audience(meetingId), told)),
      merge: () => null,
      send(meetingId) {
        const news = waiting.get(meetingId);
        if (news !== undefined) tell[kind](meetingId, news);
      },
    });
  const paces = {
    comings: paced('comings'),
    streams: paced('streams', streamsWait),
    lines: paced('lines'),
  };

  return {
    joined(member) {
      const peer = peerOf(member);
      if (peer === null) return;
      newsOf(member.meetingId).joined.set(peer.peerId, peer);
      paces.comings.add(member.meetingId, null);
    },
    left(member) {
      const { meetingId, peerId } = member;
      if (peerOf(member) === null) return;
      const news = newsOf(meetingId);
      news.joined.delete(peerId);
      news.left.add(peerId);
      news.lines.delete(peerId);
      // With the peer all that it sent has ended.
      for (const producerId of member.streams.keys()) news.streams.delete(producerId);
      paces.comings.add(meetingId, null);
    },
    stream({ meetingId }, stream) {
      newsOf(meetingId).streams.set(stream.producerId, stream);
      // Who begins to speak is to be heard from the first word on.
      if (stream.kind === 'audio' && !stream.paused) tell.streams(meetingId, newsOf(meetingId));
      else paces.streams.add(meetingId, null);
    },
    streamEnded({ meetingId, peerId }, producerId) {
      const { streams, ended } = newsOf(meetingId);
      streams.delete(producerId);
      ended.set(producerId, peerId);
      paces.streams.add(meetingId, null);
    },
    quality(member, quality) {
      const { meetingId, peerId } = member;
      if (peerOf(member) === null) return;
      newsOf(meetingId).lines.set(peerId, quality);
      paces.lines.add(meetingId, null);
    },
    forget(meetingId) {
      waiting.delete(meetingId);
      for (const pace of Object.values(paces)) pace.drop(meetingId);
    },
  };
}
