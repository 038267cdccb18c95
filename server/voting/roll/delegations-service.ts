import type { addDelegation, listDelegations } from '../../../models/contracts/voting-acts.ts';
import type { BodyOf, ResponseOf } from '../../../models/contracts/route.ts';
import { AppError, type ErrorCode } from '../../../models/errors.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { type Caller, personOf } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import {
  endDelegation,
  findDelegation,
  insertDelegation,
  readDelegations,
  readNamedDelegations,
} from './delegations-store.ts';
import type { VotingDeps } from '../deps.ts';
import type { PollNotices } from '../running/progress.ts';
import { mayPrepare } from '../rules.ts';

type Wanted = BodyOf<typeof addDelegation>;

export interface DelegationsService {
  /** @throws AppError `not_found` */
  delegations(caller: Caller, meetingId: Id): Promise<ResponseOf<typeof listDelegations>>;
  /**
   * @throws AppError `not_found`, `meeting_state`, `delegation_unknown` where the rules allow none, `invalid_input`
   *   when one of them votes not here, `delegator_present`, `already_exists`, `delegations_full`
   */
  delegate(
    caller: Caller,
    meetingId: Id,
    wanted: Wanted,
  ): Promise<ResponseOf<typeof addDelegation>>;
  /** @throws AppError `not_found` */
  endDelegation(caller: Caller, meetingId: Id, delegationId: Id): Promise<{ done: true }>;
}

export function createDelegationsService(
  deps: VotingDeps,
  notices: PollNotices,
): DelegationsService {
  const { database, meetings } = deps;
  return {
    async delegations(_caller, meetingId) {
      const { ruleSet } = await meetings.bodyRules(database.read, meetingId);
      const items = await readNamedDelegations(database.read, meetingId);
      return { items, most: ruleSet.delegationsEach };
    },
    async delegate(caller, meetingId, wanted) {
      const work = (tx: Db) => addOne(deps, tx, caller, meetingId, wanted);
      const answer = await database.write(work, caller.once);
      notices.turnout(meetingId);
      return answer;
    },
    async endDelegation(caller, meetingId, delegationId) {
      const work = (tx: Db) => endOne(deps, tx, caller, meetingId, delegationId);
      const answer = await database.write(work, caller.once);
      notices.turnout(meetingId);
      return answer;
    },
  };
}

async function addOne(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  { fromPersonId, toPersonId, basis }: Wanted,
) {
  const { clock, meetings, audit } = deps;
  const { title, state } = await meetings.meetingOf(tx, meetingId);
  const refusal =
    mayPrepare(state) ?? (await mayDelegate(deps, tx, meetingId, fromPersonId, toPersonId));
  if (refusal !== null) throw new AppError(refusal);
  const id = newId();
  await insertDelegation(tx, {
    id,
    meetingId,
    fromPersonId,
    toPersonId,
    basis,
    recordedBy: personOf(caller).personId,
    recordedAt: clock.now(),
    endedBy: null,
    endedAt: null,
  });
  await audit.record(tx, caller, {
    action: 'delegation.recorded',
    subject: title,
    meetingId,
    details: { delegationId: id, from: fromPersonId, to: toPersonId, basis },
    about: [fromPersonId, toPersonId],
  });
  const made = (await readNamedDelegations(tx, meetingId)).find((one) => one.id === id);
  if (made === undefined) throw new AppError('not_found');
  return made;
}

/** An absent member lets another member vote, once, within what the rules allow; nobody passes on what they hold. */
async function mayDelegate(
  { meetings, attendance }: VotingDeps,
  tx: Db,
  meetingId: Id,
  from: Id,
  to: Id,
): Promise<ErrorCode | null> {
  const { ruleSet } = await meetings.bodyRules(tx, meetingId);
  if (ruleSet.delegationsEach === 0) return 'delegation_unknown';
  const members = (await attendance.votersOf(tx, meetingId)).filter(({ isMember }) => isMember);
  const giver = members.find(({ personId }) => personId === from);
  const isHolder = members.some(({ personId }) => personId === to);
  const strange = [
    ...(giver === undefined ? ['fromPersonId'] : []),
    ...(!isHolder || from === to ? ['toPersonId'] : []),
  ];
  if (strange.length > 0) throw new AppError('invalid_input', { fields: strange });
  if (giver?.isPresent) return 'delegator_present';
  const all = await readDelegations(tx, meetingId);
  if (all.some((one) => one.from === from)) return 'already_exists';
  if (all.some((one) => one.from === to || one.to === from))
    throw new AppError('invalid_input', { fields: ['toPersonId'] });
  const held = all.filter((one) => one.to === to).length;
  return held >= ruleSet.delegationsEach ? 'delegations_full' : null;
}

async function endOne(
  { clock, meetings, audit }: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  delegationId: Id,
) {
  const delegation = await findDelegation(tx, delegationId);
  if (delegation?.meetingId !== meetingId || delegation.endedAt !== null)
    throw new AppError('not_found');
  const { title } = await meetings.meetingOf(tx, meetingId);
  const { fromPersonId, toPersonId } = delegation;
  await endDelegation(tx, delegationId, {
    endedBy: personOf(caller).personId,
    endedAt: clock.now(),
  });
  await audit.record(tx, caller, {
    action: 'delegation.ended',
    subject: title,
    meetingId,
    details: { delegationId, from: fromPersonId, to: toPersonId },
    about: [fromPersonId, toPersonId],
  });
  return { done: true as const };
}
