import { AppError } from '../../models/errors.ts';
import type { ProducerInfo } from '../../models/contracts/media.ts';
import type { Id } from '../../models/ids.ts';
import type { MediaNode, ProduceRequest } from '../../sfu/media-node.ts';
import type { FloorService } from '../floor/service.ts';
import type { Logger } from '../platform/logger.ts';
import { type Member, type Members, refOf } from './members.ts';
import { mayBeHeard } from './rules.ts';

interface HearingDeps {
  node: MediaNode;
  floor: Pick<FloorService, 'audioRights' | 'onRightsChanged'>;
  members: Members;
  logger: Logger;
}

/** Holds what is sent to what the floor allows, whatever a client tries: what is locked the node does not forward. */
export interface Hearing {
  /** @throws AppError `not_allowed` for a screen, or what the node says */
  produce(member: Member, request: ProduceRequest): Promise<ProducerInfo>;
  /** @throws AppError `microphone_locked`, or what the node says */
  pause(member: Member, producerId: string, paused: boolean): Promise<ProducerInfo>;
  forget(meetingId: Id): void;
}

export function createHearing({ node, floor, members, logger }: HearingDeps): Hearing {
  const changes = new Map<Id, number>();
  let lastChange = 0;
  const settle = oneAtATime(async (meetingId) => {
    const rights = await floor.audioRights(meetingId);
    const locks = [...members.in(meetingId)].flatMap((member) => {
      const locked = !mayBeHeard(member.who, rights);
      return [...member.streams.values()]
        .filter((stream) => stream.kind === 'audio' && stream.locked !== locked)
        .map(({ producerId }) => node.lockProducer(refOf(member), producerId, locked));
    });
    for (const lock of await Promise.allSettled(locks))
      if (lock.status === 'rejected' && !hasEnded(lock.reason)) throw lock.reason;
  });
  floor.onRightsChanged((meetingId) => {
    if (members.isEmpty(meetingId)) return;
    lastChange += 1;
    changes.set(meetingId, lastChange);
    settle(meetingId).catch((err: unknown) =>
      logger.error({ err, meetingId }, 'the floor could not be enforced'),
    );
  });

  return {
    async produce(member, request) {
      if (member.who.kind === 'screen') throw new AppError('not_allowed');
      if (request.kind !== 'audio') return node.produce(refOf(member), request);
      const { meetingId } = member;
      const change = changes.get(meetingId);
      const locked = !mayBeHeard(member.who, await floor.audioRights(meetingId));
      const made = await node.produce(refOf(member), { ...request, locked });
      if (changes.get(meetingId) === change) return made;
      // The floor changed while the stream was being made, and may not have found it yet.
      await settle(meetingId);
      return member.streams.get(made.producerId) ?? made;
    },
    async pause(member, producerId, paused) {
      try {
        return await node.pauseProducer(refOf(member), producerId, paused);
      } catch (error) {
        throw isLock(error) ? new AppError('microphone_locked') : error;
      }
    },
    forget: (meetingId) => void changes.delete(meetingId),
  };
}

const isLock = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'not_allowed' && error.details?.locked === true;

/** The stream or its sender went away meanwhile. */
const hasEnded = (error: unknown): boolean =>
  error instanceof AppError &&
  ['not_found', 'media_not_joined', 'media_room_lost'].includes(error.code);

/** Runs once more when asked meanwhile, so that the last run began after the last asking. */
function oneAtATime(run: (meetingId: Id) => Promise<void>): (meetingId: Id) => Promise<void> {
  const running = new Map<Id, { again: boolean; done: Promise<void> }>();
  return (meetingId) => {
    const standing = running.get(meetingId);
    if (standing) {
      standing.again = true;
      return standing.done;
    }
    const turn = { again: true, done: Promise.resolve() };
    running.set(meetingId, turn);
    const work = async () => {
      try {
        while (turn.again) {
          turn.again = false;
          await run(meetingId);
        }
      } finally {
        running.delete(meetingId);
      }
    };
    turn.done = work();
    return turn.done;
  };
}
