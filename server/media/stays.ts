import {
  type ProducerInfo,
  type RoomState,
  mediaLevels,
  mediaReplaced,
  mediaRoomLost,
  mediaStreams,
  mediaWanted,
} from '../../models/contracts/media.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Connection } from '../platform/socket-app.ts';
import type { Turn } from '../platform/turn.ts';
import type { Herald } from './herald.ts';
import { type Member, type Members, idOf, peerOf, refOf } from './members.ts';
import type { Who } from './rules.ts';

/**
 * Milliseconds that a stay outlives its line. A line that is lost without a word is noticed after 20 s at most by either
 * end (a ping every 10 s, 10 s to answer it) and a browser tries again within 5 s; a change of network takes less. Whoever
 * stays away longer is shown as gone rather than as a frozen picture.
 */
export const gracePeriod = 20_000;

interface StayDeps {
  node: MediaNode;
  members: Members;
  herald: Herald;
  publisher: Publisher;
  turn: Turn;
  logger: Logger;
  gracePeriod: number;
}

interface Arrival {
  meetingId: Id;
  who: Who;
  /** The stay that is to go on. */
  resume: string | undefined;
  connection: Connection;
}

/** The coming and going of members, each with at most one stay in a meeting. */
export interface Stays {
  /** @throws AppError `media_not_joined` when a newer arrival or the end of the line came between */
  enter(arrival: Arrival): Promise<RoomState>;
  /** Ends a stay; does nothing when it has ended. */
  end(member: Member): Promise<void>;
  /** A room's worker died, and with it the stay of these. */
  lose(meetingId: Id, peerIds: string[]): void;
  closeRoom(meetingId: Id): Promise<void>;
}

export function createStays(deps: StayDeps): Stays {
  const { node, members, herald, publisher, logger } = deps;

  const end = async (member: Member) => {
    if (!take(members, member)) return;
    if (member.rtpCapabilities !== null) herald.left(member);
    await clear(deps, member);
  };
  const endLater = (member: Member) => {
    end(member).catch((err: unknown) => logger.error({ err }, 'leaving media failed'));
  };
  const watchLine = (member: Member, connection: Connection) => {
    connection.onClose((how) => {
      if (!members.has(member) || member.connection?.id !== connection.id) return;
      // Nobody can ask for a stay whose name has not been told yet.
      if (how === 'ended' || member.rtpCapabilities === null) return endLater(member);
      members.rebind(member, null);
      member.grace = setTimeout(() => endLater(member), deps.gracePeriod).unref();
    });
  };

  return {
    async enter({ meetingId, who, resume, connection }) {
      const earlier = members.of(idOf(who), meetingId);
      if (earlier && earlier.peerId === resume && earlier.rtpCapabilities !== null) {
        goOn(deps, earlier, connection);
        watchLine(earlier, connection);
        return stateFor(deps, earlier, true, members.speakerIn(meetingId));
      }
      const member = newMember(meetingId, who, connection);
      members.add(member);
      watchLine(member, connection);
      if (earlier) {
        if (earlier.connection?.id !== connection.id)
          earlier.connection?.send(mediaReplaced, { meetingId });
        await end(earlier);
      }
      return begin(deps, member);
    },
    end,
    lose(meetingId, peerIds) {
      const lost = peerIds.flatMap((peerId) => members.byPeer(peerId) ?? []);
      for (const member of lost) take(members, member);
      if ([...members.in(meetingId)].some(({ rtpCapabilities }) => rtpCapabilities !== null)) {
        for (const member of lost) {
          herald.left(member);
          member.connection?.send(mediaRoomLost, { meetingId });
        }
      } else if (lost.length > 0) {
        herald.forget(meetingId);
        publisher.toMeeting(meetingId, mediaRoomLost, { meetingId });
      }
    },
    async closeRoom(meetingId) {
      for (const member of members.in(meetingId)) take(members, member);
      herald.forget(meetingId);
      await node.closeRoom(meetingId);
    },
  };
}

const newMember = (meetingId: Id, who: Who, connection: Connection): Member => ({
  peerId: newId(),
  meetingId,
  who,
  connection,
  grace: null,
  rtpCapabilities: null,
  streams: new Map(),
  wanted: new Map(),
  quality: null,
});

/** @returns whether it was still in */
function take(members: Members, member: Member): boolean {
  if (member.grace) clearTimeout(member.grace);
  return members.remove(member);
}

/** The connection may break, or a newer one come, while the room is made. */
async function begin(deps: StayDeps, member: Member): Promise<RoomState> {
  const { node, members, herald } = deps;
  try {
    const { rtpCapabilities, speakerPeerId } = await node.join(refOf(member));
    if (!members.has(member)) throw new AppError('media_not_joined');
    member.rtpCapabilities = rtpCapabilities;
    herald.joined(member);
    // After the answer, for which the client waits.
    setImmediate(() => tellLevels(deps, member));
    return stateFor(deps, member, false, speakerPeerId);
  } catch (error) {
    take(members, member);
    await clear(deps, member);
    throw error;
  }
}

/** An empty room is closed; the next to come opens it again. */
async function clear({ node, members }: StayDeps, member: Member): Promise<void> {
  await node.leave(refOf(member));
  if (members.isEmpty(member.meetingId)) await node.closeRoom(member.meetingId);
}

/** The stay goes on over a new line, which learns what the old one may have missed about its own streams. */
function goOn(deps: StayDeps, member: Member, connection: Connection): void {
  const { members } = deps;
  const { meetingId } = member;
  if (member.grace) clearTimeout(member.grace);
  member.grace = null;
  members.rebind(member, connection);
  // After the answer, for which the client waits.
  setImmediate(() => {
    const streams = [...member.streams.values()];
    if (streams.length > 0) connection.send(mediaStreams, { meetingId, streams, ended: [] });
    for (const [producerId, spatialLayer] of member.wanted)
      connection.send(mediaWanted, { meetingId, producerId, spatialLayer });
    tellLevels(deps, member);
  });
}

/** Who is heard already: the others are told only when that changes. */
function tellLevels({ members }: StayDeps, { meetingId, connection }: Member): void {
  const levels = members.levelsIn(meetingId);
  if (levels.length > 0) connection?.send(mediaLevels, { meetingId, levels });
}

/** Everyone else who is in, and what they send; what comes after it, the notices tell. */
function stateFor(
  { members, turn }: StayDeps,
  member: Member,
  resumed: boolean,
  speakerPeerId: string | null,
): RoomState {
  const { meetingId, rtpCapabilities } = member;
  const others = [...members.in(meetingId)].filter(
    (other) => other !== member && other.rtpCapabilities !== null,
  );
  return {
    peerId: member.peerId,
    resumed,
    routerRtpCapabilities: rtpCapabilities ?? {},
    iceServers: turn.iceServers(),
    peers: others.flatMap((other) => peerOf(other) ?? []),
    producers: others.flatMap(({ streams }): ProducerInfo[] => [...streams.values()]),
    qualities: others.flatMap(({ peerId, quality }) =>
      quality === null || quality.level === 'good' ? [] : { peerId, quality },
    ),
    speakerPeerId,
  };
}
