import { mediaMuted, mediaUnmuteAsked } from '../../models/contracts/media.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { AuditService } from '../audit/service.ts';
import type { FloorService } from '../floor/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { type Member, type Members, refOf } from './members.ts';

interface ModerationDeps {
  node: MediaNode;
  members: Members;
  database: Database;
  audit: Pick<AuditService, 'record'>;
  meetings: Pick<MeetingsService, 'roleOf' | 'headOf'>;
  floor: Pick<FloorService, 'floor'>;
}

export interface Moderation {
  /**
   * Switches microphones off; each may switch it on again unless the floor forbids.
   * @param personId null for everyone but the chair and who has the floor. The room's own microphone stays on: whoever
   *   runs the meeting may be sitting before it.
   * @throws AppError `media_not_joined` when the one person is not in
   */
  mute(caller: Caller, meetingId: Id, personId: Id | null): Promise<{ muted: number }>;
  /** @throws AppError `media_not_joined` when the person is not in */
  askToUnmute(caller: Caller, meetingId: Id, personId: Id): Promise<void>;
}

export function createModeration(deps: ModerationDeps): Moderation {
  const { database, audit, meetings, members } = deps;
  /** @param whom null for the whole meeting */
  const trace = (
    caller: Caller,
    action: 'media.muted' | 'media.unmute_asked',
    meetingId: Id,
    whom: Member | null,
    people: number,
  ) =>
    database.write(async (tx) => {
      const subject =
        whom?.who.kind === 'person'
          ? whom.who.fullName
          : (await meetings.headOf(tx, meetingId)).title;
      await audit.record(tx, caller, { action, subject, meetingId, details: { people } });
      return people;
    }, caller.once);
  const memberOf = (personId: Id, meetingId: Id) => {
    const member = members.of(personId, meetingId);
    if (member === undefined) throw new AppError('media_not_joined');
    return member;
  };

  return {
    async mute(caller, meetingId, personId) {
      const { fullName: byName } = personOf(caller);
      const one = personId === null ? null : memberOf(personId, meetingId);
      const targets = one ? [one] : await exceptLeaders(deps, caller, meetingId);
      const muted = (
        await Promise.all(targets.map((member) => muteOne(deps.node, member)))
      ).flatMap((member) => member ?? []);
      for (const { connection } of muted) connection?.send(mediaMuted, { meetingId, byName });
      return { muted: await trace(caller, 'media.muted', meetingId, one, muted.length) };
    },
    async askToUnmute(caller, meetingId, personId) {
      const { fullName: byName } = personOf(caller);
      const member = memberOf(personId, meetingId);
      await trace(caller, 'media.unmute_asked', meetingId, member, 1);
      member.connection?.send(mediaUnmuteAsked, { meetingId, byName });
    },
  };
}

/** The people whose microphone is on, but the chair and who has the floor. */
async function exceptLeaders(
  { members, floor, meetings }: ModerationDeps,
  caller: Caller,
  meetingId: Id,
): Promise<Member[]> {
  const { entries } = await floor.floor(caller, meetingId);
  const speaking = new Set(
    entries.filter(({ state }) => state === 'speaking').map(({ personId }) => personId),
  );
  const open = [...members.in(meetingId)].filter((member) => openMicrophone(member) !== undefined);
  const mayStayOn = await Promise.all(
    open.map(
      async ({ who }) =>
        who.kind !== 'person' ||
        speaking.has(who.personId) ||
        (await meetings.roleOf(who.personId, meetingId)) === 'chair',
    ),
  );
  return open.filter((_, index) => !mayStayOn[index]);
}

const openMicrophone = ({ streams }: Member) =>
  [...streams.values()].find(({ source, paused }) => source === 'microphone' && !paused);

/** @returns the member when there was something to switch off */
async function muteOne(node: MediaNode, member: Member): Promise<Member | null> {
  const stream = openMicrophone(member);
  if (stream === undefined) return null;
  try {
    await node.pauseProducer(refOf(member), stream.producerId, true);
    return member;
  } catch (error) {
    // They switched it off, or left, at the same moment.
    if (error instanceof AppError && error.code !== 'media_rejected') return null;
    throw error;
  }
}
