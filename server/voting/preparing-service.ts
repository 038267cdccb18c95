import type { z } from 'zod';
import type { MyPoll, PollDraft } from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, isStaff } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { VotingDeps } from './deps.ts';
import { mayPrepare, mayUpdate } from './rules.ts';
import { type PollRow, insertPoll, nextNumber, readPolls, savePoll } from './store.ts';
import { pollIn, pollsFor } from './views.ts';

type Draft = z.infer<typeof PollDraft>;

export interface PreparingService {
  /** @throws AppError `not_found`, `not_allowed` for a screen of another room */
  list(caller: Caller, meetingId: Id): Promise<{ items: MyPoll[] }>;
  /** @throws AppError `not_found`, `meeting_state`, `invalid_input` */
  create(caller: Caller, meetingId: Id, draft: Draft): Promise<MyPoll>;
  /** @throws AppError `not_found`, `poll_state`, `invalid_input` */
  update(caller: Caller, meetingId: Id, pollId: Id, draft: Draft): Promise<MyPoll>;
}

export function createPreparingService(deps: VotingDeps): PreparingService {
  const { database, meetings } = deps;
  return {
    async list(caller, meetingId) {
      await meetings.admitViewer(caller, meetingId);
      const { read } = database;
      const rows = await readPolls(read, meetingId);
      const visible = runs(caller) ? rows : rows.filter(({ openedAt }) => openedAt !== null);
      const personId = caller.person?.personId ?? null;
      return { items: await pollsFor(read, meetings, visible, personId) };
    },
    create: (caller, meetingId, draft) =>
      database.write((tx) => addPoll(deps, tx, caller, meetingId, draft), caller.once),
    update: (caller, meetingId, pollId, draft) =>
      database.write((tx) => changePoll(deps, tx, caller, meetingId, pollId, draft), caller.once),
  };
}

/** Those who run polls see what they prepare. */
const runs = (caller: Caller): boolean => isStaff(caller) || caller.meetingRole === 'chair';

/** The poll as the caller sees it, inside the transaction that changed it. */
export async function answerOf(
  { meetings }: VotingDeps,
  tx: Db,
  caller: Caller,
  poll: PollRow,
): Promise<MyPoll> {
  const [mine] = await pollsFor(tx, meetings, [poll], caller.person?.personId ?? null);
  if (mine === undefined) throw new AppError('not_found');
  return mine;
}

/** How the trace names a poll. */
export const subjectOf = ({ number, question }: Pick<PollRow, 'number' | 'question'>): string =>
  `${number}. ${question.slice(0, 200)}`;

async function addPoll(deps: VotingDeps, tx: Db, caller: Caller, meetingId: Id, draft: Draft) {
  const { question, agendaItemId } = draft;
  const refusal = mayPrepare(await refuseStrangeItem(deps, tx, meetingId, agendaItemId));
  if (refusal !== null) throw new AppError(refusal);
  const poll: PollRow = {
    id: newId(),
    meetingId,
    agendaItemId,
    number: await nextNumber(tx, meetingId),
    question,
    secrecy: 'open',
    state: 'draft',
    ruleSet: null,
    members: null,
    openedAt: null,
    closedAt: null,
    voidReason: null,
    verdict: null,
  };
  await insertPoll(tx, poll);
  await deps.audit.record(tx, caller, {
    action: 'poll.created',
    subject: subjectOf(poll),
    meetingId,
    details: { pollId: poll.id },
  });
  return answerOf(deps, tx, caller, poll);
}

async function changePoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
  { question, agendaItemId }: Draft,
) {
  const current = await pollIn(tx, meetingId, pollId);
  const refusal = mayUpdate(current.state);
  if (refusal !== null) throw new AppError(refusal);
  if (agendaItemId !== current.agendaItemId)
    await refuseStrangeItem(deps, tx, meetingId, agendaItemId);
  await savePoll(tx, pollId, { question, agendaItemId });
  const poll = { ...current, question, agendaItemId };
  await deps.audit.record(tx, caller, {
    action: 'poll.updated',
    subject: subjectOf(poll),
    meetingId,
    details: { pollId },
  });
  return answerOf(deps, tx, caller, poll);
}

/** @returns the state of the meeting, on whose agenda the item stands */
async function refuseStrangeItem(
  { meetings }: VotingDeps,
  tx: Db,
  meetingId: Id,
  agendaItemId: Id | null,
) {
  const { agenda, state } = await meetings.meetingOf(tx, meetingId);
  if (agendaItemId !== null && !agenda.some(({ id }) => id === agendaItemId))
    throw new AppError('invalid_input', { fields: ['agendaItemId'] });
  return state;
}
