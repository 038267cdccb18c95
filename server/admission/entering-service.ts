import type { z } from 'zod';
import type { AdmissionState, knock } from '../../models/contracts/admission.ts';
import { AppError, type ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, isStaff, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { AdmissionDeps } from './deps.ts';
import { type Admission, type Visitor, answerAtDoor, refusalOf } from './rules.ts';
import { findAdmission, findMode, saveAdmission } from './store.ts';

/** The side of those who want to come in. */
export interface EnteringService {
  /** @throws AppError `meeting_not_open`, `not_found` */
  knock(caller: Caller, meetingId: Id): Promise<z.infer<typeof knock.response>>;
  /**
   * Why the caller may not be in the online room; null when they may, and then it is noted that they were inside.
   * Not to be asked inside a write.
   * @returns `waiting_for_admission`, `meeting_locked`, `admission_declined`, `removed_from_room` or null
   */
  refusalToEnter(caller: Caller, meetingId: Id): Promise<ErrorCode | null>;
}

export function createEnteringService(
  deps: AdmissionDeps,
  tellDoor: (meetingId: Id) => void,
): EnteringService {
  const { database, meetings } = deps;
  return {
    async knock(caller, meetingId) {
      if ((await meetings.stateOf(database.read, meetingId)) !== 'open')
        throw new AppError('meeting_not_open');
      return { state: await enter(deps, caller, meetingId, tellDoor) };
    },
    async refusalToEnter(caller, meetingId) {
      if (caller.device !== null) return null;
      const { state } = await answer(deps, database.read, caller, meetingId);
      if (state !== 'inside') return refusalOf(state);
      return refusalOf(await enter(deps, caller, meetingId, tellDoor));
    },
  };
}

/** Answers, and keeps the answer where it is a new one; whoever comes back costs no write. */
async function enter(
  deps: AdmissionDeps,
  caller: Caller,
  meetingId: Id,
  tellDoor: (meetingId: Id) => void,
): Promise<AdmissionState> {
  const { database, clock, meetings } = deps;
  const seen = await answer(deps, database.read, caller, meetingId);
  if (!isNew(seen)) return seen.state;
  const { personId } = personOf(caller);
  const kept = await database.write(async (tx) => {
    const now = await answer(deps, tx, caller, meetingId);
    const open = (await meetings.stateOf(tx, meetingId)) === 'open';
    if (now.state !== 'locked' && isNew(now) && open)
      await saveAdmission(tx, { meetingId, personId, state: now.state, at: clock.now() });
    return now;
  });
  if (kept.state === 'waiting' || kept.earlier?.state === 'waiting') tellDoor(meetingId);
  return kept.state;
}

interface DoorAnswer {
  state: AdmissionState;
  earlier: Admission | undefined;
}

/** Whoever stands before a locked door is not on any list. */
const isNew = ({ state, earlier }: DoorAnswer): boolean =>
  state !== 'locked' && state !== earlier?.state;

async function answer(
  { clock }: AdmissionDeps,
  db: Db,
  caller: Caller,
  meetingId: Id,
): Promise<DoorAnswer> {
  const earlier = await findAdmission(db, meetingId, personOf(caller).personId);
  const role = caller.meetingRole;
  const neverWaits = isStaff(caller) || role === 'chair';
  const visitor: Visitor = { neverWaits, role, earlier };
  return { state: answerAtDoor(await findMode(db, meetingId), visitor, clock.now()), earlier };
}
