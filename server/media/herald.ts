import {
  type LineQuality,
  type MediaPeer,
  mediaPeers,
  mediaQualities,
} from '../../models/contracts/media.ts';
import type { Id } from '../../models/ids.ts';
import { gather, paceFor } from '../platform/gather.ts';
import type { Publisher } from '../platform/publisher.ts';
import { type Member, peerOf } from './members.ts';

/** Tells a meeting who came and went and how their lines are, gathered. */
export interface Herald {
  joined(member: Member): void;
  left(member: Member): void;
  quality(member: Member, quality: LineQuality): void;
  /** Says at once what waits, when something is about to be told of a peer that nobody has heard of yet. */
  introduce(member: Member): void;
  forget(meetingId: Id): void;
}

interface Comings {
  joined: Map<string, MediaPeer>;
  /** Also those who had not been announced: someone may know them from joining. */
  left: Set<string>;
}

export function createHerald(publisher: Pick<Publisher, 'toMeeting' | 'audience'>): Herald {
  // What waits is kept here, so that it can be told before its time. Nobody sees the difference, and a hall of 500 that
  // comes in within some seconds is told in a few messages to each instead of 500.
  const pace = (send: (meetingId: Id) => void) =>
    gather<Id, null>({
      interval: (meetingId) => paceFor(publisher.audience(meetingId)),
      merge: () => null,
      send,
    });
  const comings = new Map<Id, Comings>();
  const lines = new Map<Id, Map<string, LineQuality>>();
  const tellComings = (meetingId: Id) => {
    const told = comings.get(meetingId);
    if (told === undefined) return;
    comings.delete(meetingId);
    const joined = [...told.joined.values()];
    publisher.toMeeting(meetingId, mediaPeers, { meetingId, joined, left: [...told.left] });
  };
  const tellLines = (meetingId: Id) => {
    const told = lines.get(meetingId);
    if (told === undefined) return;
    lines.delete(meetingId);
    tellComings(meetingId);
    const qualities = [...told].map(([peerId, quality]) => ({ peerId, quality }));
    publisher.toMeeting(meetingId, mediaQualities, { meetingId, qualities });
  };
  const comingsPace = pace(tellComings);
  const linesPace = pace(tellLines);
  const comingsOf = (meetingId: Id) => {
    const waiting = comings.get(meetingId) ?? { joined: new Map(), left: new Set() };
    comings.set(meetingId, waiting);
    return waiting;
  };

  return {
    joined(member) {
      const peer = peerOf(member);
      if (peer === null) return;
      comingsOf(member.meetingId).joined.set(peer.peerId, peer);
      comingsPace.add(member.meetingId, null);
    },
    left(member) {
      const { meetingId, peerId } = member;
      if (peerOf(member) === null) return;
      const waiting = comingsOf(meetingId);
      waiting.joined.delete(peerId);
      waiting.left.add(peerId);
      lines.get(meetingId)?.delete(peerId);
      comingsPace.add(meetingId, null);
    },
    quality(member, quality) {
      const { meetingId, peerId } = member;
      if (peerOf(member) === null) return;
      const waiting = lines.get(meetingId) ?? new Map<string, LineQuality>();
      lines.set(meetingId, waiting.set(peerId, quality));
      linesPace.add(meetingId, null);
    },
    introduce({ meetingId, peerId }) {
      if (comings.get(meetingId)?.joined.has(peerId)) tellComings(meetingId);
    },
    forget(meetingId) {
      comings.delete(meetingId);
      lines.delete(meetingId);
      comingsPace.drop(meetingId);
      linesPace.drop(meetingId);
    },
  };
}
