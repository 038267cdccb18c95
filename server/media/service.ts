import {
  type RoomState,
  mediaPeerJoined,
  mediaPeerLeft,
  mediaReplaced,
} from '../../models/contracts/media.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { MediaNode, PeerRef } from '../../sfu/media-node.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Connection } from '../platform/socket-app.ts';
import { type Member, Members } from './members.ts';
import { announceMedia } from './notices.ts';
import { refusalToJoin } from './rules.ts';

export { watchMedia } from './figures.ts';
export { withMediaEvictions } from './evictions.ts';

export interface MediaDeps {
  node: MediaNode;
  database: Pick<Database, 'read'>;
  meetings: Pick<MeetingsService, 'stateOf'>;
  publisher: Publisher;
  logger: Logger;
}

/** Who is in the media of which meeting. Nothing of it is kept: it ends with the connections. */
export interface MediaService {
  readonly node: MediaNode;
  /**
   * Lets a person in. One connection a person and meeting: the newest counts, an older one is told.
   * @throws AppError `meeting_not_open`
   */
  join(caller: Caller, meetingId: Id, connection: Connection): Promise<RoomState>;
  leave(meetingId: Id, connection: Connection): Promise<void>;
  /** @throws AppError `media_not_joined` */
  peerOf(meetingId: Id, connection: Connection): PeerRef;
  /** Someone is no longer in the meeting. */
  removePerson(personId: Id, meetingId: Id): Promise<void>;
  /** The meeting has ended. */
  closeRoom(meetingId: Id): Promise<void>;
}

export function createMediaService(deps: MediaDeps): MediaService {
  const { node, publisher } = deps;
  const members = new Members();
  announceMedia(node, { members, publisher, logger: deps.logger });

  const drop = async (member: Member) => {
    if (!members.remove(member)) return;
    const { meetingId, peerId } = member;
    publisher.toMeeting(meetingId, mediaPeerLeft, { meetingId, peerId });
    await clear(node, members, member);
  };

  return {
    node,
    async join(caller, meetingId, connection) {
      const refusal = refusalToJoin(await deps.meetings.stateOf(deps.database.read, meetingId));
      if (refusal !== null) throw new AppError(refusal);
      const { personId } = personOf(caller);
      const earlier = members.ofPerson(personId, meetingId);
      const member = { peerId: newId(), personId, meetingId, connection };
      members.add(member);
      if (earlier !== undefined) {
        if (earlier.connection.id !== connection.id)
          earlier.connection.send(mediaReplaced, { meetingId });
        await drop(earlier);
      }
      connection.onClose(() => {
        drop(member).catch((err: unknown) => deps.logger.error({ err }, 'leaving media failed'));
      });
      return enter(deps, members, member);
    },
    async leave(meetingId, connection) {
      const member = members.ofConnection(connection.id, meetingId);
      if (member !== undefined) await drop(member);
    },
    peerOf(meetingId, connection) {
      const member = members.ofConnection(connection.id, meetingId);
      if (member === undefined) throw new AppError('media_not_joined');
      return { roomId: meetingId, peerId: member.peerId };
    },
    async removePerson(personId, meetingId) {
      const member = members.ofPerson(personId, meetingId);
      if (member !== undefined) await drop(member);
    },
    async closeRoom(meetingId) {
      for (const member of members.in(meetingId)) members.remove(member);
      await node.closeRoom(meetingId);
    },
  };
}

/** The connection may break, or a newer one come, while the room is made. */
async function enter(
  { node, publisher }: MediaDeps,
  members: Members,
  member: Member,
): Promise<RoomState> {
  const { meetingId, peerId, personId } = member;
  const ref = { roomId: meetingId, peerId };
  try {
    const { rtpCapabilities, producers, speakerPeerId } = await node.join(ref);
    if (!members.has(member)) throw new AppError('media_not_joined');
    publisher.toMeeting(meetingId, mediaPeerJoined, { meetingId, peerId, personId });
    return {
      peerId,
      routerRtpCapabilities: rtpCapabilities,
      iceServers: [],
      peers: members
        .in(meetingId)
        .filter((other) => other !== member)
        .map((other) => ({ peerId: other.peerId, personId: other.personId })),
      producers,
      speakerPeerId,
    };
  } catch (error) {
    members.remove(member);
    await clear(node, members, member);
    throw error;
  }
}

/** An empty room is closed; the next to come opens it again. */
async function clear(node: MediaNode, members: Members, { meetingId, peerId }: Member) {
  await node.leave({ roomId: meetingId, peerId });
  if (members.in(meetingId).length === 0) await node.closeRoom(meetingId);
}
