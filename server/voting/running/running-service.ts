import type { PollOpening } from '../../../models/contracts/voting-acts.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { PollAct } from '../../../models/voting/acts.ts';
import { ballotsReveal } from '../../../models/voting/drafts.ts';
import type { Caller } from '../../platform/caller.ts';
import { after } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { type Actor, actorId, record, trace } from '../acts.ts';
import type { BoxPlace } from '../verifiable/box.ts';
import { countPoll } from './counting.ts';
import type { VotingDeps } from '../deps.ts';
import { opening } from './opening.ts';
import { hasTrustees, newDraft, tellDrafts } from '../preparing/drafts.ts';
import type { PollNotices } from './progress.ts';
import { revealReason, voiding } from './voiding.ts';
import { isOver, mayAnnounce, mayClose, mayPrepare, mayRepeat, paperAgain } from '../rules.ts';
import { type PollRow, findPoll, insertPoll, nextPlace, readDue, savePoll } from '../store.ts';
import { answerOf, pollIn } from '../views.ts';

export interface RunningService {
  /**
   * Freezes roll, quorum, rules and wording.
   * @throws AppError `not_found`, `poll_state`, `conflict` for an older draft, `meeting_not_open`, `another_poll_open`, `no_quorum` with `needed` and
   *   `present`, `weights_reveal`, `election_keys_missing`, `voters_not_registered`, `trustees_not_delegated`, and why it cannot be held by the rules of now
   */
  open(caller: Caller, meetingId: Id, pollId: Id, asked: PollOpening): Promise<MyPoll>;
  /** @throws AppError `not_found`, `poll_not_open` */
  setEnd(caller: Caller, meetingId: Id, pollId: Id, seconds: number | null): Promise<MyPoll>;
  /**
   * Works out the verdict from the stored ballots; of a poll with trustees that waits for them.
   * @throws AppError `not_found`, `poll_not_open`
   */
  close(caller: Caller, meetingId: Id, pollId: Id): Promise<MyPoll>;
  /** @throws AppError `not_found`, `poll_state` */
  announce(caller: Caller, meetingId: Id, pollId: Id): Promise<MyPoll>;
  /** The record stays. @throws AppError `not_found`, `poll_state` */
  void(caller: Caller, meetingId: Id, pollId: Id, reason: string): Promise<MyPoll>;
  /** @throws AppError `not_found`, `poll_state`, `meeting_state` */
  repeat(caller: Caller, meetingId: Id, pollId: Id): Promise<MyPoll>;
  /** Closes the polls whose end has come; whoever opened them may be gone. */
  closeDue(): Promise<void>;
}

/** One change of a poll: what the ledger says, and the fields that become different. */
export interface Change {
  act: Exclude<PollAct, { type: 'cast' | 'voted' | 'voter_added' }>;
  fields: Partial<PollRow>;
}

export function createRunningService(
  deps: VotingDeps,
  notices: PollNotices,
  box: BoxPlace,
): RunningService {
  const { database, clock } = deps;
  type Decide = (tx: Db, poll: PollRow) => Promise<Change>;
  const run = async (caller: Caller, meetingId: Id, pollId: Id, decide: Decide) => {
    const answer = await database.write(async (tx) => {
      const poll = await pollIn(tx, meetingId, pollId);
      await apply(deps, tx, caller, poll, await decide(tx, poll));
      return answerOf(deps, tx, caller, pollId);
    }, caller.once);
    await tellAfterwards(deps, notices, box, pollId);
    return answer;
  };
  return {
    open: (caller, meetingId, pollId, asked) =>
      run(caller, meetingId, pollId, (tx, poll) => opening(deps, tx, caller, poll, asked, box.get)),
    setEnd: (caller, meetingId, pollId, seconds) =>
      run(caller, meetingId, pollId, async (_tx, poll) => settingEnd(deps, caller, poll, seconds)),
    close: (caller, meetingId, pollId) =>
      run(caller, meetingId, pollId, (tx, poll) => closing(deps, tx, caller, poll, box)),
    announce: (caller, meetingId, pollId) =>
      run(caller, meetingId, pollId, async (_tx, poll) => announcing(deps, caller, poll)),
    void: (caller, meetingId, pollId, reason) =>
      run(caller, meetingId, pollId, async (_tx, poll) =>
        voiding(deps.clock, caller, poll, reason),
      ),
    async repeat(caller, meetingId, pollId) {
      const again = await database.write(
        (tx) => repeatPoll(deps, tx, caller, { meetingId, pollId }, box),
        caller.once,
      );
      tellDrafts(deps, meetingId, hasTrustees(again));
      return again;
    },
    async closeDue() {
      for (const poll of await readDue(database.read, clock.now())) {
        if (await waitsForTrustees(database.read, poll, box)) continue;
        // One that cannot be closed keeps no other open.
        const closed = database.write((tx) => closeIfDue(deps, tx, poll.id, box));
        await closed.then(
          () => tellAfterwards(deps, notices, box, poll.id),
          (error: unknown) => deps.logger.error({ err: error }, 'a poll was not closed at its end'),
        );
      }
    },
  };
}

/** Writes a change with its entry in the ledger and its trace. */
export async function apply(
  deps: VotingDeps,
  tx: Db,
  actor: Actor,
  poll: PollRow,
  { act, fields }: Change,
): Promise<void> {
  await savePoll(tx, poll.id, fields);
  await record(deps, tx, actor, poll, act, { action: actions[act.type], details: factsOf(act) });
}

/** Tells everyone how the poll stands now; a repeated request must not tell how it stood then. */
export async function tellAfterwards(
  deps: VotingDeps,
  notices: PollNotices,
  box: BoxPlace,
  pollId: Id,
): Promise<void> {
  const poll = await findPoll(deps.database.read, pollId);
  if (poll === undefined) return;
  await notices.changed(pollId);
  notices.turnout(poll.meetingId);
  if (poll.openedAt === null) tellDrafts(deps, poll.meetingId, hasTrustees(poll));
  if (poll.trustees !== null) box.get().told(poll);
  const hasEnded = poll.state === 'closed' || poll.state === 'void' || poll.trustees !== null;
  if (hasEnded && poll.secrecy === 'secret') await forgetOrder(deps);
}

/** The journal of the database still holds secret ballots in the order in which they came. */
const forgetOrder = ({ database, logger }: VotingDeps): Promise<void> =>
  database
    .purge()
    .catch((error: unknown) => logger.warn({ err: error }, 'the journal was not cut yet'));

function settingEnd(
  { clock }: VotingDeps,
  caller: Caller,
  { id: ledgerId, state, endsAt: earlier, trustees }: PollRow,
  seconds: number | null,
): Change {
  const refusal = mayClose(state);
  if (refusal !== null) throw new AppError(refusal);
  const at = clock.now();
  // The ballots have been added up.
  if (trustees !== null && isOver({ endsAt: earlier, now: at }))
    throw new AppError('poll_not_open');
  const endsAt = seconds === null ? null : after(at, seconds * 1000);
  return {
    act: { type: 'end_set', ledgerId, at, by: actorId(caller), endsAt },
    fields: { endsAt },
  };
}

async function closing(
  { clock, ledger }: VotingDeps,
  tx: Db,
  actor: Actor,
  poll: PollRow,
  box: BoxPlace,
): Promise<Change> {
  const refusal = mayClose(poll.state);
  if (refusal !== null) throw new AppError(refusal);
  if (poll.trustees !== null) {
    await box.get().end(tx, poll.id);
    return endingNow(clock.now(), actor, poll);
  }
  const counted = await countPoll(tx, poll);
  if (counted.ballots?.some((ballot) => !ledger.isOwnBallot(poll.id, ballot)))
    throw new AppError('ballot_box_changed');
  const reveals = ballotsReveal(
    { ...poll, ruleSet: counted.verdict.ruleSet },
    counted.ballots ?? [],
  );
  // Nobody is there to ask when the time has come; the ballots stay in the box.
  if (reveals && actor === 'system') return voiding(clock, actor, poll, revealReason);
  if (reveals) throw new AppError('ballots_reveal');
  const at = clock.now();
  return {
    act: { type: 'closed', ledgerId: poll.id, at, by: actorId(actor), ...counted },
    fields: { state: 'closed', closedAt: at, verdict: counted.verdict },
  };
}

/** Ballots are taken no more; the verdict follows when the trustees have decrypted. */
const endingNow = (at: string, actor: Actor, { id: ledgerId, endsAt }: PollRow): Change => {
  const end = isOver({ endsAt, now: at }) ? endsAt : at;
  return {
    act: { type: 'end_set', ledgerId, at, by: actorId(actor), endsAt: end },
    fields: { endsAt: end },
  };
};

const waitsForTrustees = async (
  db: Db,
  { id, trustees }: Pick<PollRow, 'id' | 'trustees'>,
  box: BoxPlace,
): Promise<boolean> => trustees !== null && !(await box.get().isVoting(db, id));

/** Someone may have closed it, or moved its end, in the meantime. */
async function closeIfDue(deps: VotingDeps, tx: Db, pollId: Id, box: BoxPlace): Promise<void> {
  const due = await readDue(tx, deps.clock.now());
  const poll = due.some(({ id }) => id === pollId) ? await findPoll(tx, pollId) : undefined;
  if (poll === undefined || (await waitsForTrustees(tx, poll, box))) return;
  await apply(deps, tx, 'system', poll, await closing(deps, tx, 'system', poll, box));
}

function announcing({ clock }: VotingDeps, caller: Caller, poll: PollRow): Change {
  const refusal = mayAnnounce(poll);
  if (refusal !== null) throw new AppError(refusal);
  const at = clock.now();
  return {
    act: { type: 'announced', ledgerId: poll.id, at, by: actorId(caller) },
    fields: { announcedAt: at },
  };
}

/** A new draft with the same wording, right after the last poll; the paper may hold less (see `paperAgain`). */
async function repeatPoll(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId }: Record<'meetingId' | 'pollId', Id>,
  box: BoxPlace,
): Promise<MyPoll> {
  const first = await pollIn(tx, meetingId, pollId);
  const refusal = mayRepeat(first.state) ?? mayPrepare(await deps.meetings.stateOf(tx, meetingId));
  if (refusal !== null) throw new AppError(refusal);
  const { agendaItemId, question, secrecy, binding, reveal, trustees } = first;
  const { ownRules, ownRulesReason } = first;
  const verdict = first.state === 'closed' ? first.verdict : null;
  const poll: PollRow = {
    ...newDraft(meetingId, {
      agendaItemId,
      question,
      paper: paperAgain(first.paper, verdict),
      secrecy,
      trustees,
      binding,
      reveal,
      linkKind: 'repeats',
      linkedPollId: pollId,
      ownRules,
      ownRulesReason,
    }),
    ...(await nextPlace(tx, meetingId)),
  };
  await insertPoll(tx, poll);
  if (trustees !== null) await box.get().prepared(tx, poll);
  const details = { repeats: first.number };
  await trace(deps, tx, caller, poll.id, poll, { action: 'poll.created', details });
  return answerOf(deps, tx, caller, poll.id);
}

const actions = {
  opened: 'poll.opened',
  end_set: 'poll.end_set',
  closed: 'poll.closed',
  announced: 'poll.announced',
  voided: 'poll.voided',
} as const;

function factsOf(act: Change['act']): Record<string, string | number | boolean | null> {
  switch (act.type) {
    case 'opened': {
      const { needed, present } = act.quorum;
      return { members: act.members, voters: act.voters.length, present, quorum: needed };
    }
    case 'end_set':
      return { endsAt: act.endsAt };
    case 'closed': {
      const { outcome, decidedBy, cast } = act.verdict;
      return { outcome, decidedBy, cast };
    }
    case 'voided':
      return { reason: act.reason };
    default:
      return {};
  }
}
