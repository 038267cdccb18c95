import type { RuleSet } from '../../models/contracts/rules.ts';
import {
  type MyPoll,
  type PollDraft,
  type PollEdit,
  pollDraftsChanged,
} from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { draftProblem } from '../../models/voting/drafts.ts';
import { verifiableProblem } from '../../models/voting/encrypted-paper.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { trace } from './acts.ts';
import type { BoxPlace } from './verifiable/box.ts';
import { areTrustees, trusteeCandidates } from './verifiable/trustee-candidates.ts';
import type { VotingDeps } from './deps.ts';
import { isOrderOf, mayPrepare, mayReveal, mayUpdate } from './rules.ts';
import {
  type PollRow,
  deletePoll,
  findPoll,
  insertPoll,
  nextPlace,
  readPolls,
  savePoll,
} from './store.ts';
import { answerOf, pollIn, pollsFor, rulesOf } from './views.ts';

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

/**
 * So that all who prepare polls of a meeting see the same list.
 * @param isSeen whether members see the draft, or saw it, and what they keep of it is out of date
 */
export function tellDrafts({ publisher }: VotingDeps, meetingId: Id, isSeen: boolean): void {
  publisher.toRunners(meetingId, pollDraftsChanged, { meetingId });
  if (isSeen) publisher.toMeeting(meetingId, pollDraftsChanged, { meetingId });
}

/** Members see such a poll before it opens: trustees make its key then, and voters their credentials. */
export const hasTrustees = ({ trustees }: Pick<MyPoll, 'trustees'>): boolean => Boolean(trustees);

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

type Words = Omit<PollDraft, 'link' | 'ownRules' | 'trustees'> &
  Pick<PollRow, 'trustees' | 'linkKind' | 'linkedPollId' | 'ownRules' | 'ownRulesReason'>;

function wordsOf({ link, ownRules, trustees = null, ...draft }: PollDraft): Words {
  return {
    ...draft,
    trustees,
    linkKind: link?.kind ?? null,
    linkedPollId: link?.pollId ?? null,
    ownRules: ownRules?.ruleSet ?? null,
    ownRulesReason: ownRules?.reason ?? null,
  };
}

/** A poll that nobody has opened, without its place in the meeting. */
export function newDraft(meetingId: Id, words: Words): Omit<PollRow, 'number' | 'position'> {
  return {
    id: newId(),
    meetingId,
    revision: 0,
    ...words,
    state: 'draft',
    ruleSet: null,
    members: null,
    membersWeight: null,
    present: null,
    openedAt: null,
    endsAt: null,
    closedAt: null,
    announcedAt: null,
    voidReason: null,
    verdict: null,
  };
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

/** @throws AppError for what cannot be put to a vote in this meeting */
async function refuseDraft(
  { meetings }: VotingDeps,
  tx: Db,
  meetingId: Id,
  draft: PollDraft,
  current: PollRow | null,
) {
  const { agenda, state } = await meetings.meetingOf(tx, meetingId);
  const refusal = mayPrepare(state);
  if (refusal !== null) throw new AppError(refusal);
  const { agendaItemId, link, ownRules } = draft;
  const fields: string[] = [];
  // An item that was taken off the agenda stays with a poll that named it.
  const isKept = agendaItemId === (current?.agendaItemId ?? null);
  if (!isKept && !agenda.some(({ id }) => id === agendaItemId)) fields.push('agendaItemId');
  if (link !== null && !(await mayLink(tx, meetingId, link.pollId, current?.id ?? null)))
    fields.push('link');
  if (!mayReveal(draft)) fields.push('reveal');
  if (
    draft.trustees &&
    !areTrustees(draft.trustees, await trusteeCandidates({ meetings }, tx, meetingId))
  )
    fields.push('trustees');
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
  const ruleSet = await rulesOf(tx, meetings, {
    meetingId,
    ruleSet: null,
    ownRules: ownRules?.ruleSet ?? null,
  });
  const problem =
    draftProblem({ ...draft, ruleSet }) ??
    (draft.trustees ? verifiableProblem({ ...draft, ruleSet }) : null);
  if (problem !== null) throw new AppError(problem);
}

/** Another poll of the same meeting. */
async function mayLink(tx: Db, meetingId: Id, linkedId: Id, ownId: Id | null): Promise<boolean> {
  const linked = await findPoll(tx, linkedId);
  return linked?.meetingId === meetingId && linkedId !== ownId;
}
