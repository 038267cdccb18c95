import type { LineQuality, ProducerInfo, RoomState } from '../../models/contracts/media.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { MediaNode, PeerRef, ProduceRequest } from '../../sfu/media-node.ts';
import type { AdmissionService } from '../admission/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { FloorService } from '../floor/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, isStaff } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Connection } from '../platform/socket-app.ts';
import type { Turn } from '../platform/turn.ts';
import { type Hearing, createHearing } from './hearing.ts';
import { createHerald } from './herald.ts';
import { type Member, Members, refOf } from './members.ts';
import { type Moderation, createModeration } from './moderation.ts';
import { announceMedia } from './notices.ts';
import { type Who, refusalToJoin } from './rules.ts';
import { createStays, gracePeriod } from './stays.ts';

export { watchMedia } from './figures.ts';
export { withMediaEvictions } from './evictions.ts';

export interface MediaDeps {
  node: MediaNode;
  database: Database;
  audit: Pick<AuditService, 'record'>;
  meetings: Pick<MeetingsService, 'headOf' | 'admitViewer' | 'roleOf'>;
  floor: Pick<FloorService, 'floor' | 'audioRights' | 'onRightsChanged'>;
  admission: Pick<AdmissionService, 'refusalToEnter' | 'onRemoved'>;
  turn: Turn;
  publisher: Publisher;
  logger: Logger;
  /** Milliseconds that a stay outlives its line, for tests that cannot wait. */
  gracePeriod?: number;
}

interface JoinRequest {
  meetingId: Id;
  /** The own peer before the line broke. */
  resume?: string | undefined;
  /** As the device, in a browser that a person has signed in to as well. */
  asDevice?: boolean | undefined;
}

export interface Sending {
  /** `personId` null for the device of a room. */
  members: { peerId: string; personId: Id | null; streams: ProducerInfo[] }[];
  speakerPeerId: string | null;
}

/** Who is in the media of which meeting, and what they may send. Nothing of it is kept on disk. */
export interface MediaService extends Moderation {
  readonly node: MediaNode;
  /**
   * Lets a person, the device of a room or a screen in, or goes on with the stay that lost its line. One connection each
   * and meeting: the newest counts, an older one is told.
   * @throws AppError `meeting_not_open`, `not_allowed` for a device of another room, or why the door is shut
   */
  join(caller: Caller, request: JoinRequest, connection: Connection): Promise<RoomState>;
  /** For good: nothing waits for the line to come back. */
  leave(meetingId: Id, connection: Connection): Promise<void>;
  /** @throws AppError `media_not_joined` */
  peerOf(meetingId: Id, connection: Connection): PeerRef;
  /** @throws AppError `media_not_joined`, `not_allowed` for a screen, or what the node says */
  produce(meetingId: Id, request: ProduceRequest, connection: Connection): Promise<ProducerInfo>;
  /** @throws AppError `media_not_joined`, `microphone_locked`, or what the node says */
  pause(
    meetingId: Id,
    wish: { producerId: string; paused: boolean },
    connection: Connection,
  ): Promise<ProducerInfo>;
  /** Passes on how the own line is. @throws AppError `media_not_joined` */
  tellQuality(meetingId: Id, quality: LineQuality, connection: Connection): void;
  /** Who is in, what of theirs flows now, and who is heard. */
  sending(meetingId: Id): Sending;
  /** Someone is no longer in the meeting. */
  removePerson(personId: Id, meetingId: Id): Promise<void>;
  /** The meeting has ended. */
  closeRoom(meetingId: Id): Promise<void>;
}

export function createMediaService(deps: MediaDeps): MediaService {
  const { node, publisher, logger } = deps;
  const members = new Members();
  const herald = createHerald(publisher);
  const parts = { gracePeriod, ...deps, members, herald };
  const stays = createStays(parts);
  const hearing: Hearing = createHearing(parts);
  announceMedia(node, { members, herald, publisher, logger, onLost: stays.lose });

  const memberOn = (meetingId: Id, connection: Connection): Member => {
    const member = members.onLine(connection.id, meetingId);
    if (member === undefined) throw new AppError('media_not_joined');
    return member;
  };
  const removePerson = async (personId: Id, meetingId: Id) => {
    const member = members.of(personId, meetingId);
    if (member !== undefined) await stays.end(member);
  };
  deps.admission.onRemoved((personId, meetingId) => {
    removePerson(personId, meetingId).catch((err: unknown) =>
      logger.error({ err, meetingId }, 'sending someone out failed'),
    );
  });

  return {
    node,
    ...createModeration(parts),
    async join(caller, { meetingId, resume, asDevice }, connection) {
      const who = await letIn(deps, caller, meetingId, asDevice === true);
      return stays.enter({ meetingId, who, resume, connection });
    },
    async leave(meetingId, connection) {
      const member = members.onLine(connection.id, meetingId);
      if (member !== undefined) await stays.end(member);
    },
    peerOf: (meetingId, connection) => refOf(memberOn(meetingId, connection)),
    produce: async (meetingId, request, connection) =>
      hearing.produce(memberOn(meetingId, connection), request),
    pause: async (meetingId, { producerId, paused }, connection) =>
      hearing.pause(memberOn(meetingId, connection), producerId, paused),
    tellQuality(meetingId, quality, connection) {
      const member = memberOn(meetingId, connection);
      member.quality = quality;
      herald.quality(member, quality);
    },
    sending: (meetingId) => ({
      members: Array.from(members.in(meetingId), ({ peerId, who, streams }) => ({
        peerId,
        personId: who.kind === 'person' ? who.personId : null,
        streams: [...streams.values()].filter(({ paused }) => !paused),
      })),
      speakerPeerId: members.speakerIn(meetingId),
    }),
    removePerson,
    async closeRoom(meetingId) {
      hearing.forget(meetingId);
      await stays.closeRoom(meetingId);
    },
  };
}

/** @returns who comes in, when nothing speaks against it */
async function letIn(
  { meetings, admission, database }: MediaDeps,
  caller: Caller,
  meetingId: Id,
  asDevice: boolean,
): Promise<Who> {
  const who = whoOf(caller, asDevice);
  const visitor = who.kind === 'person' ? caller : { ...caller, person: null, meetingRole: null };
  if (who.kind !== 'person') await meetings.admitViewer(visitor, meetingId);
  const { state } = await meetings.headOf(database.read, meetingId);
  const refusal = refusalToJoin(state) ?? (await admission.refusalToEnter(visitor, meetingId));
  if (refusal !== null) throw new AppError(refusal);
  return who;
}

/** A person counts before the device that the browser also is, unless the request says otherwise. */
function whoOf(caller: Caller, asDevice: boolean): Who {
  const { person, device } = caller;
  const takesPart = person !== null && (caller.meetingRole !== null || isStaff(caller));
  if (takesPart && !asDevice) {
    const { personId, fullName } = person;
    return { kind: 'person', personId, fullName };
  }
  const { deviceId, name, kind } = device ?? {};
  if (deviceId !== undefined && kind === 'screen') return { kind, deviceId };
  if (deviceId !== undefined && kind === 'room') return { kind, deviceId, roomName: name ?? '' };
  throw new AppError('not_allowed');
}
