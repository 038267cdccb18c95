import type { z } from 'zod';
import {
  type AdmissionState,
  type Door,
  type admitPeople,
  admissionChanged,
  type declinePerson,
  type removePerson,
  type setDoor,
} from '../../models/contracts/admission.ts';
import type { AuditAction } from '../../models/contracts/audit.ts';
import type { Done } from '../../models/contracts/common.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import type { Participant } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { AdmissionDeps } from './deps.ts';
import { readDoor } from './door.ts';
import { letsIn } from './rules.ts';
import {
  findAdmission,
  letAllIn,
  readWaiting,
  saveAdmission,
  saveMode,
  systemRoleOf,
} from './store.ts';

type DoneAnswer = z.infer<typeof Done>;

/** The side of those who keep the door: the chair and the staff. */
export interface KeepingService {
  /** @throws AppError `not_found` */
  door(caller: Caller, meetingId: Id): Promise<Door>;
  /** @throws AppError `meeting_state`, `not_found` */
  setDoor(caller: Caller, request: RequestOf<typeof setDoor>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found` when someone is no participant */
  admit(caller: Caller, request: RequestOf<typeof admitPeople>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found`, `conflict` when they do not wait any more */
  decline(caller: Caller, request: RequestOf<typeof declinePerson>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found`, `not_allowed` for the chair and the staff, who never wait */
  remove(caller: Caller, request: RequestOf<typeof removePerson>): Promise<DoneAnswer>;
  /** Runs after the commit when someone was sent out. */
  onRemoved(hook: (personId: Id, meetingId: Id) => void): void;
}

/** What an act made of people, to be told them after the commit. */
interface Outcome {
  personIds: Id[];
  state: Exclude<AdmissionState, 'locked'>;
}

export function createKeepingService(
  deps: AdmissionDeps,
  tellDoor: (meetingId: Id) => void,
): KeepingService {
  const { database, meetings } = deps;
  const hooks: ((personId: Id, meetingId: Id) => void)[] = [];
  const act = async (caller: Caller, meetingId: Id, work: (tx: Db) => Promise<Outcome>) => {
    // Stays empty when the request is a repeated one: then nothing has changed.
    const made: Outcome[] = [];
    const answer = await database.write(async (tx) => {
      await requireDoor(deps, tx, meetingId);
      made.push(await work(tx));
      return { done: true as const };
    }, caller.once);
    for (const outcome of made) {
      tellPeople(deps, meetingId, outcome);
      tellDoor(meetingId);
      if (outcome.state !== 'removed') continue;
      for (const personId of outcome.personIds) for (const hook of hooks) hook(personId, meetingId);
    }
    return answer;
  };
  return {
    async door(_caller, meetingId) {
      await meetings.headOf(database.read, meetingId);
      return readDoor(database.read, meetingId);
    },
    setDoor: (caller, request) =>
      act(caller, request.meetingId, (tx) => setMode(deps, tx, caller, request)),
    admit: (caller, request) =>
      act(caller, request.meetingId, (tx) => admitAll(deps, tx, caller, request)),
    decline: (caller, request) =>
      act(caller, request.meetingId, (tx) => turnAway(deps, tx, caller, request)),
    remove: (caller, request) =>
      act(caller, request.meetingId, (tx) => sendOut(deps, tx, caller, request)),
    onRemoved: (hook) => void hooks.push(hook),
  };
}

/** The door is kept until the meeting has ended, so also before it begins. */
async function requireDoor({ meetings }: AdmissionDeps, tx: Db, meetingId: Id): Promise<void> {
  const state = await meetings.stateOf(tx, meetingId);
  if (state !== 'planned' && state !== 'open') throw new AppError('meeting_state');
}

function tellPeople({ publisher }: AdmissionDeps, meetingId: Id, { personIds, state }: Outcome) {
  for (const personId of personIds)
    publisher.toPerson(personId, admissionChanged, { meetingId, state });
}

async function setMode(
  { audit, clock, meetings }: AdmissionDeps,
  tx: Db,
  caller: Caller,
  { meetingId, mode }: RequestOf<typeof setDoor>,
): Promise<Outcome> {
  const waiting = await readWaiting(tx, meetingId);
  const personIds = waiting.filter(({ role }) => letsIn(mode, role)).map((one) => one.personId);
  await saveMode(tx, meetingId, mode);
  await letAllIn(tx, meetingId, personIds, clock.now());
  await audit.record(tx, caller, {
    action: 'door.set',
    subject: (await meetings.headOf(tx, meetingId)).title,
    meetingId,
    details: { mode, letIn: personIds.length },
  });
  return { personIds, state: 'inside' };
}

async function admitAll(
  deps: AdmissionDeps,
  tx: Db,
  caller: Caller,
  { meetingId, personIds }: RequestOf<typeof admitPeople>,
): Promise<Outcome> {
  const admitted: Id[] = [];
  for (const personId of new Set(personIds)) {
    const person = await deps.meetings.participantOf(tx, meetingId, personId);
    const earlier = await findAdmission(tx, meetingId, personId);
    if (earlier?.state === 'inside') continue;
    await change(deps, tx, caller, { meetingId, person, state: 'inside', act: 'door.admitted' });
    admitted.push(personId);
  }
  return { personIds: admitted, state: 'inside' };
}

async function turnAway(
  deps: AdmissionDeps,
  tx: Db,
  caller: Caller,
  { meetingId, personId }: RequestOf<typeof declinePerson>,
): Promise<Outcome> {
  const person = await deps.meetings.participantOf(tx, meetingId, personId);
  const earlier = await findAdmission(tx, meetingId, personId);
  if (earlier?.state !== 'waiting') throw new AppError('conflict');
  await change(deps, tx, caller, { meetingId, person, state: 'declined', act: 'door.declined' });
  return { personIds: [personId], state: 'declined' };
}

async function sendOut(
  deps: AdmissionDeps,
  tx: Db,
  caller: Caller,
  { meetingId, personId }: RequestOf<typeof removePerson>,
): Promise<Outcome> {
  const person = await deps.meetings.participantOf(tx, meetingId, personId);
  // Whom the door always lets in it cannot keep out.
  if (person.role === 'chair' || (await systemRoleOf(tx, personId)) !== 'member')
    throw new AppError('not_allowed');
  await change(deps, tx, caller, { meetingId, person, state: 'removed', act: 'door.removed' });
  return { personIds: [personId], state: 'removed' };
}

interface Change {
  meetingId: Id;
  person: Participant;
  state: Outcome['state'];
  act: Extract<AuditAction, `door.${string}`>;
}

async function change(
  { audit, clock }: AdmissionDeps,
  tx: Db,
  caller: Caller,
  { meetingId, person: { personId, fullName }, state, act }: Change,
): Promise<void> {
  await saveAdmission(tx, { meetingId, personId, state, at: clock.now() });
  await audit.record(tx, caller, { action: act, subject: fullName, meetingId });
}
