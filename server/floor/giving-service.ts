import type { z } from 'zod';
import type {
  FloorEntry,
  declineRequest,
  endSpeech,
  extendSpeech,
  giveFloor,
  moveRequest,
  setFloorRules,
} from '../../models/contracts/floor.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type Act, type Decide, type Decision, type Made, save, tell } from './acts.ts';
import type { FloorDeps } from './deps.ts';
import type { Rights } from './rights.ts';
import { type Queue, decline, end, extend, give, move, newEntry, nextOf } from './rules.ts';
import { findEntry, readRules } from './store.ts';

type DoneAnswer = z.infer<typeof setFloorRules.response>;

/** The side of those who run the meeting. */
export interface GivingService {
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  give(caller: Caller, request: RequestOf<typeof giveFloor>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  extend(caller: Caller, request: RequestOf<typeof extendSpeech>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  end(caller: Caller, request: RequestOf<typeof endSpeech>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  decline(caller: Caller, request: RequestOf<typeof declineRequest>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  move(caller: Caller, request: RequestOf<typeof moveRequest>): Promise<FloorEntry>;
  /** Also before the meeting begins. @throws AppError `meeting_state`, `not_found` */
  setRules(caller: Caller, request: RequestOf<typeof setFloorRules>): Promise<DoneAnswer>;
}

export function createGivingService(deps: FloorDeps, rights: Rights, act: Act): GivingService {
  const { clock } = deps;
  /** An act on an entry that is there. */
  const on = (caller: Caller, meetingId: Id, entryId: Id, decide: (queue: Queue) => Decision) =>
    act(caller, meetingId, async (tx, queue) => {
      await requireEntry(tx, meetingId, entryId);
      return decide(queue);
    });
  return {
    give: (caller, request) => act(caller, request.meetingId, giving(deps, request)),
    extend: (caller, { meetingId, entryId, seconds }) =>
      on(caller, meetingId, entryId, (queue) => {
        const change = extend(queue, entryId, seconds, clock.now());
        return { change, entryId, action: 'floor.extended', details: { seconds } };
      }),
    end: (caller, { meetingId, entryId }) =>
      on(caller, meetingId, entryId, (queue) => {
        return { change: end(queue, entryId, clock.now()), entryId, action: 'floor.ended' };
      }),
    decline: (caller, { meetingId, entryId }) =>
      on(caller, meetingId, entryId, (queue) => {
        return { change: decline(queue, entryId, clock.now()), entryId, action: 'floor.declined' };
      }),
    move: (caller, { meetingId, entryId, beforeId }) =>
      on(caller, meetingId, entryId, (queue) => {
        return { change: move(queue, entryId, beforeId), entryId, action: 'floor.moved' };
      }),
    async setRules(caller, request) {
      // Stays empty when the request is a repeated one: then nothing has changed.
      const made: Made[] = [];
      const answer = await deps.database.write(async (tx) => {
        made.push(await changeRules(deps, tx, caller, request));
        return { done: true as const };
      }, caller.once);
      for (const one of made) {
        tell(deps, rights, one);
        rights.changed(one.meetingId);
      }
      return answer;
    },
  };
}

async function requireEntry(tx: Db, meetingId: Id, entryId: Id): Promise<void> {
  if ((await findEntry(tx, meetingId, entryId)) === undefined) throw new AppError('not_found');
}

/** A person who did not ask gets an entry, so that what they say is on record as well. */
function giving(
  { clock, meetings }: FloorDeps,
  { meetingId, to, seconds }: RequestOf<typeof giveFloor>,
): Decide {
  return async (tx, queue, { currentAgendaItemId: agendaItemId }) => {
    const now = clock.now();
    const { defaultSeconds } = await readRules(tx, meetingId);
    const turn = { seconds, defaultSeconds };
    if ('entryId' in to) {
      const { entryId } = to;
      await requireEntry(tx, meetingId, entryId);
      return { change: give(queue, entryId, turn, now), entryId, action: 'floor.given' };
    }
    const { personId } = await meetings.participantOf(tx, meetingId, to.personId);
    const kind = 'speech' as const;
    const request = { id: newId(), personId, kind, topic: '', agendaItemId, askedAt: now };
    const entry = nextOf(queue, personId) ?? newEntry(queue, request);
    const change = give([...queue.filter((one) => one !== entry), entry], entry.id, turn, now);
    return { change, entryId: entry.id, action: 'floor.given' };
  };
}

async function changeRules(
  { audit, meetings }: FloorDeps,
  tx: Db,
  caller: Caller,
  { meetingId, mode, defaultSeconds }: RequestOf<typeof setFloorRules>,
): Promise<Made> {
  const { state, title } = await meetings.headOf(tx, meetingId);
  if (state !== 'planned' && state !== 'open') throw new AppError('meeting_state');
  await audit.record(tx, caller, {
    action: 'floor.rules_set',
    subject: title,
    meetingId,
    details: { mode, defaultSeconds },
  });
  return save(tx, meetingId, [], { mode, defaultSeconds });
}
