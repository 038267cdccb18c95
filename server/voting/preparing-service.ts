import type { RuleSet } from '../../models/contracts/rules.ts';
import { type MyPoll, type PollDraft, pollDraftsChanged } from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { draftProblem } from '../../models/voting/drafts.ts';
import { verifiableProblem } from '../../models/voting/encrypted-paper.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { trace } from './acts.ts';
import type { BoxPlace } from './verifiable/box.ts';
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
  /** @throws AppError as `create`, and `poll_state` */
  update(caller: Caller, meetingId: Id, pollId: Id, draft: PollDraft): Promise<MyPoll>;
  /** @throws AppError `not_found`, `poll_state` */
  remove(caller: Caller, meetingId: Id, pollId: Id): Promise<{ done: true }>;
  /** @throws AppError `not_found`, `conflict` when these are not the polls of the meeting */
  order(caller: Caller, meetingId: Id, pollIds: readonly Id[]): Promise<Items>;
}

export function createPreparingService(deps: VotingDeps, box: BoxPlace): PreparingService {
  const { database, meetings } = deps;
  /** Trustees and voters have something to do before such a poll opens. */
  const telling = async (changed: Promise<MyPoll>): Promise<MyPoll> => {
    const poll = await changed;
    tellDrafts(deps, poll.meetingId);
    if (poll.trustees) box.get().told(poll);
    return poll;
  };
  return {
    bodyRules: async (_caller, meetingId) =>
      (await meetings.bodyRules(database.read, meetingId)).ruleSet,
    async list(caller, meetingId) {
      await meetings.admitViewer(caller, meetingId);
      return listed(deps, database.read, caller, meetingId);
    },
    create: (caller, meetingId, draft) =>
      telling(
        database.write((tx) => addPoll(deps, tx, caller, meetingId, draft, box), caller.once),
      ),
    update: (caller, meetingId, pollId, draft) =>
      telling(
        database.write(
          (tx) => changePoll(deps, tx, caller, { meetingId, pollId }, draft, box),
          caller.once,
        ),
      ),
    async remove(caller, meetingId, pollId) {
      let wasVerifiable = false;
      const done = await database.write(async (tx) => {
        const { trustees } = await removePoll(deps, tx, caller, { meetingId, pollId }, box);
        wasVerifiable = trustees !== null;
        return { done: true as const };
      }, caller.once);
      tellDrafts(deps, meetingId);
      if (wasVerifiable) box.get().told({ meetingId, id: pollId });
      return done;
    },
    async order(caller, meetingId, pollIds) {
      const answer = await database.write(
        (tx) => orderPolls(deps, tx, caller, meetingId, pollIds),
        caller.once,
      );
      tellDrafts(deps, meetingId);
      return answer;
    },
  };
}

/** So that all who prepare polls of a meeting see the same list. */
export const tellDrafts = ({ publisher }: VotingDeps, meetingId: Id): void =>
  publisher.toRunners(meetingId, pollDraftsChanged, { meetingId });

/** Members hear of a poll when it opens; of a verifiable one before, as they make their credentials then. */
const isVisible = ({ openedAt, trustees }: PollRow): boolean =>
  openedAt !== null || trustees !== null;

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
  { meetingId, pollId }: Record<'meetingId' | 'pollId', Id>,
  draft: PollDraft,
  box: BoxPlace,
) {
  const current = await pollIn(tx, meetingId, pollId);
  const refusal = mayUpdate(current.state);
  if (refusal !== null) throw new AppError(refusal);
  await refuseDraft(deps, tx, meetingId, draft, current);
  const words = wordsOf(draft);
  await savePoll(tx, pollId, words);
  const poll = { ...current, ...words };
  if (current.trustees !== null || poll.trustees !== null) await box.get().prepared(tx, poll);
  await trace(deps, tx, caller, pollId, poll, { action: 'poll.updated', details: kindOf(poll) });
  return answerOf(deps, tx, caller, pollId);
}

async function removePoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId }: Record<'meetingId' | 'pollId', Id>,
  box: BoxPlace,
): Promise<PollRow> {
  const poll = await pollIn(tx, meetingId, pollId);
  const refusal = mayUpdate(poll.state);
  if (refusal !== null) throw new AppError(refusal);
  if (poll.trustees !== null) await box.get().removed(tx, pollId);
  await deletePoll(tx, pollId);
  await trace(deps, tx, caller, pollId, poll, { action: 'poll.removed' });
  return poll;
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
  if (!(await areTrustees(meetings, tx, meetingId, draft))) fields.push('trustees');
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

/** Different people of the meeting, and no more of them needed than there are. */
async function areTrustees(
  { participantsOf }: VotingDeps['meetings'],
  tx: Db,
  meetingId: Id,
  { trustees }: PollDraft,
): Promise<boolean> {
  if (!trustees) return true;
  const { personIds, needed } = trustees;
  const there = new Set((await participantsOf(tx, meetingId)).map(({ personId }) => personId));
  return (
    new Set(personIds).size === personIds.length &&
    personIds.every((personId) => there.has(personId)) &&
    (needed === null || needed <= personIds.length)
  );
}

/** Another poll of the same meeting. */
async function mayLink(tx: Db, meetingId: Id, linkedId: Id, ownId: Id | null): Promise<boolean> {
  const linked = await findPoll(tx, linkedId);
  return linked?.meetingId === meetingId && linkedId !== ownId;
}
