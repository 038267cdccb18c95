import type { RuleSet } from '../../../models/contracts/rules.ts';
import type { MyPoll, PollDraft, PollEdit } from '../../../models/contracts/voting.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import { type Caller, runsMeeting } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import { trace } from '../acts.ts';
import type { BoxPlace } from '../verifiable/box.ts';
import type { VotingDeps } from '../deps.ts';
import { isOrderOf, mayUpdate } from '../rules.ts';
import { type PollRow, deletePoll, insertPoll, nextPlace, readPolls, savePoll } from '../store.ts';
import { answerOf, pollIn, pollsFor } from '../views.ts';
import { refuseDraft } from './draft-refusals.ts';
import { hasTrustees, newDraft, tellDrafts, wordsOf } from './drafts.ts';

interface Items {
  items: MyPoll[];
}

export interface PreparingService {
  /** @throws AppError `not_found` */
  bodyRules(caller: Caller, meetingId: Id): Promise<RuleSet>;
  /** @throws AppError `not_found`, `not_allowed` for a screen of another room */
  list(caller: Caller, meetingId: Id): Promise<Items>;
  /**
   * @throws AppError `not_found`, `meeting_state`, `invalid_input`, `impossible_paper`, `impossible_rules`,
   *   `chair_tie_in_secret`, `trustees_need_secret`, `trustees_not_ranked`, `trustees_not_weighted`
   */
  create(caller: Caller, meetingId: Id, draft: PollDraft): Promise<MyPoll>;
  /** @throws AppError as `create`, and `poll_state`, `conflict` for an older draft */
  update(caller: Caller, meetingId: Id, pollId: Id, edit: PollEdit): Promise<MyPoll>;
  /**
   * @param revision as the caller saw it
   * @throws AppError `not_found`, `poll_state`, `conflict` for an older draft
   */
  remove(caller: Caller, meetingId: Id, pollId: Id, revision: number): Promise<{ done: true }>;
  /** @throws AppError `not_found`, `conflict` when these are not the polls of the meeting */
  order(caller: Caller, meetingId: Id, pollIds: readonly Id[]): Promise<Items>;
}

export function createPreparingService(deps: VotingDeps, box: BoxPlace): PreparingService {
  const { database, meetings } = deps;
  const tell = (poll: Pick<MyPoll, 'meetingId' | 'id'>, isSeen: boolean) => {
    tellDrafts(deps, poll.meetingId, isSeen);
    if (isSeen) box.get().told(poll);
  };
  return {
    bodyRules: async (_caller, meetingId) =>
      (await meetings.bodyRules(database.read, meetingId)).ruleSet,
    async list(caller, meetingId) {
      await meetings.admitViewer(caller, meetingId);
      return listed(deps, database.read, caller, meetingId);
    },
    async create(caller, meetingId, draft) {
      const poll = await database.write(
        (tx) => addPoll(deps, tx, caller, meetingId, draft, box),
        caller.once,
      );
      tell(poll, hasTrustees(poll));
      return poll;
    },
    async update(caller, meetingId, pollId, edit) {
      let wasSeen = false;
      const poll = await database.write(async (tx) => {
        const before = await draftIn(tx, meetingId, pollId, edit.revision);
        wasSeen = hasTrustees(before);
        return changePoll(deps, tx, caller, before, edit, box);
      }, caller.once);
      tell(poll, wasSeen || hasTrustees(poll));
      return poll;
    },
    async remove(caller, meetingId, pollId, revision) {
      let wasSeen = false;
      const done = await database.write(async (tx) => {
        const poll = await draftIn(tx, meetingId, pollId, revision);
        wasSeen = hasTrustees(poll);
        await removePoll(deps, tx, caller, poll, box);
        return { done: true as const };
      }, caller.once);
      tell({ meetingId, id: pollId }, wasSeen);
      return done;
    },
    async order(caller, meetingId, pollIds) {
      const answer = await database.write(
        (tx) => orderPolls(deps, tx, caller, meetingId, pollIds),
        caller.once,
      );
      tellDrafts(deps, meetingId, false);
      return answer;
    },
  };
}

const isVisible = (poll: PollRow): boolean => poll.openedAt !== null || hasTrustees(poll);

/** @throws AppError `not_found`, `poll_state`, `conflict` when someone has changed it since that revision */
async function draftIn(tx: Db, meetingId: Id, pollId: Id, revision: number): Promise<PollRow> {
  const poll = await pollIn(tx, meetingId, pollId);
  const refusal = mayUpdate(poll, revision);
  if (refusal !== null) throw new AppError(refusal);
  return poll;
}

async function listed(
  { meetings }: VotingDeps,
  db: Db,
  caller: Caller,
  meetingId: Id,
): Promise<Items> {
  const rows = await readPolls(db, meetingId);
  const visible = runsMeeting(caller) ? rows : rows.filter(isVisible);
  return { items: await pollsFor(db, meetings, visible, caller) };
}

async function addPoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  draft: PollDraft,
  box: BoxPlace,
) {
  await refuseDraft(deps, tx, meetingId, draft, null);
  const poll: PollRow = {
    ...newDraft(meetingId, wordsOf(draft)),
    ...(await nextPlace(tx, meetingId)),
  };
  await insertPoll(tx, poll);
  if (poll.trustees !== null) await box.get().prepared(tx, poll);
  await trace(deps, tx, caller, poll.id, poll, { action: 'poll.created', details: kindOf(poll) });
  return answerOf(deps, tx, caller, poll.id);
}

const kindOf = ({ paper, secrecy, binding }: Pick<PollRow, 'paper' | 'secrecy' | 'binding'>) => ({
  kind: paper.kind,
  secrecy,
  binding,
});

async function changePoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  before: PollRow,
  { revision, ...draft }: PollEdit,
  box: BoxPlace,
) {
  const { id, meetingId } = before;
  await refuseDraft(deps, tx, meetingId, draft, before);
  const fields = { ...wordsOf(draft), revision: revision + 1 };
  await savePoll(tx, id, fields);
  const poll = { ...before, ...fields };
  if (hasTrustees(before) || hasTrustees(poll)) await box.get().prepared(tx, poll);
  await trace(deps, tx, caller, id, poll, { action: 'poll.updated', details: kindOf(poll) });
  return answerOf(deps, tx, caller, id);
}

async function removePoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  poll: PollRow,
  box: BoxPlace,
): Promise<void> {
  if (hasTrustees(poll)) await box.get().removed(tx, poll.id);
  await deletePoll(tx, poll.id);
  await trace(deps, tx, caller, poll.id, poll, { action: 'poll.removed' });
}

async function orderPolls(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  pollIds: readonly Id[],
): Promise<Items> {
  const { title } = await deps.meetings.meetingOf(tx, meetingId);
  const there = (await readPolls(tx, meetingId)).map(({ id }) => id);
  if (!isOrderOf(pollIds, there)) throw new AppError('conflict');
  for (const [index, id] of pollIds.entries()) await savePoll(tx, id, { position: index + 1 });
  await deps.audit.record(tx, caller, { action: 'poll.ordered', subject: title, meetingId });
  return listed(deps, tx, caller, meetingId);
}
