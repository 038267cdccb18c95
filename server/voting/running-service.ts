import { type MyPoll, type getTurnout, pollChanged } from '../../models/contracts/voting.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { appendEntry, findLastEntry } from './ballots-store.ts';
import type { VotingDeps } from './deps.ts';
import { type Act, type Voter, sealed } from './ledger.ts';
import { answerOf, subjectOf } from './preparing-service.ts';
import type { ProgressNotices } from './progress.ts';
import { mayClose, mayOpen, mayVoid, quorumNeeded, verdictOf } from './rules.ts';
import {
  type PollRow,
  countBallots,
  findPoll,
  insertVoters,
  openPollOf,
  readRolls,
  savePoll,
} from './store.ts';
import { pollIn, publicPolls } from './views.ts';

export interface RunningService {
  /**
   * Freezes roll, quorum, rules and wording.
   * @throws AppError `not_found`, `poll_state`, `meeting_not_open`, `another_poll_open`, `no_quorum` with `needed` and
   *   `present`
   */
  open(caller: Caller, meetingId: Id, pollId: Id): Promise<MyPoll>;
  /** Works out the verdict from the stored ballots. @throws AppError `not_found`, `poll_not_open` */
  close(caller: Caller, meetingId: Id, pollId: Id): Promise<MyPoll>;
  /** The record stays. @throws AppError `not_found`, `poll_state` */
  void(caller: Caller, meetingId: Id, pollId: Id, reason: string): Promise<MyPoll>;
  /** @throws AppError `not_found` */
  turnout(caller: Caller, meetingId: Id, pollId: Id): Promise<ResponseOf<typeof getTurnout>>;
}

/** One change of a poll: what the ledger says, and the fields that become different. */
interface Change {
  act: Exclude<Act, { type: 'cast' }>;
  fields: Partial<PollRow>;
}

export function createRunningService(deps: VotingDeps, progress: ProgressNotices): RunningService {
  const { database, audit } = deps;
  type Decide = (tx: Db, poll: PollRow) => Promise<Change>;
  const run = async (caller: Caller, meetingId: Id, pollId: Id, decide: Decide) => {
    const answer = await database.write(async (tx) => {
      const poll = await pollIn(tx, meetingId, pollId);
      const { act, fields } = await decide(tx, poll);
      await savePoll(tx, pollId, fields);
      await appendEntry(tx, pollId, sealed(await findLastEntry(tx, pollId), act));
      await audit.record(tx, caller, traceOf(act, poll));
      return answerOf(deps, tx, caller, { ...poll, ...fields });
    }, caller.once);
    await announce(deps, progress, pollId);
    return answer;
  };
  return {
    open: (caller, meetingId, pollId) =>
      run(caller, meetingId, pollId, (tx, poll) => opening(deps, tx, poll)),
    close: (caller, meetingId, pollId) =>
      run(caller, meetingId, pollId, (tx, poll) => closing(deps, tx, poll)),
    void: (caller, meetingId, pollId, reason) =>
      run(caller, meetingId, pollId, (_tx, poll) => voiding(deps, poll, reason)),
    async turnout(_caller, meetingId, pollId) {
      await pollIn(database.read, meetingId, pollId);
      const roll = await readRolls(database.read, [pollId]);
      const items = roll.map(({ personId, fullName, choice }) => ({
        personId,
        fullName,
        voted: choice !== null,
      }));
      return { items };
    },
  };
}

/** Tells everyone how the poll stands now; a repeated request must not tell how it stood then. */
async function announce(
  { database, meetings, publisher }: VotingDeps,
  progress: ProgressNotices,
  pollId: Id,
) {
  const row = await findPoll(database.read, pollId);
  // Members have never heard of a draft.
  if (row === undefined || row.openedAt === null) return;
  if (row.state !== 'open') progress.stop(pollId);
  const [poll] = await publicPolls(database.read, meetings, [row]);
  if (poll !== undefined) publisher.toMeeting(row.meetingId, pollChanged, poll);
}

async function opening(
  { clock, meetings, attendance }: VotingDeps,
  tx: Db,
  poll: PollRow,
): Promise<Change> {
  const { id: pollId, meetingId, state } = poll;
  const { ruleSet, members } = await meetings.bodyRules(tx, meetingId);
  const voters = await attendance.presentVoters(tx, meetingId);
  const quorum = { needed: quorumNeeded(members, ruleSet.quorum), present: voters.length };
  const refusal = mayOpen({
    state,
    meeting: await meetings.stateOf(tx, meetingId),
    anotherOpen: (await openPollOf(tx, meetingId)) !== null,
    quorumReached: quorum.present >= quorum.needed,
    ruleSet,
  });
  if (refusal !== null) throw new AppError(refusal, refusal === 'no_quorum' ? quorum : undefined);
  await insertVoters(
    tx,
    voters.map((voter) => ({ pollId, ...voter })),
  );
  const at = clock.now();
  return {
    act: openedAct(poll, { at, ruleSet, members, quorum, voters }),
    fields: { state: 'open', ruleSet, members, openedAt: at },
  };
}

type OpenedAct = Extract<Act, { type: 'opened' }>;

function openedAct(
  { id: pollId, meetingId, agendaItemId, number, question, secrecy }: PollRow,
  frozen: Pick<OpenedAct, 'at' | 'ruleSet' | 'members' | 'quorum'> & { voters: Voter[] },
): OpenedAct {
  const wording = { pollId, meetingId, agendaItemId, number, question, secrecy };
  return { type: 'opened', ...wording, ...frozen };
}

async function closing({ clock }: VotingDeps, tx: Db, poll: PollRow): Promise<Change> {
  const refusal = mayClose(poll.state);
  if (refusal !== null) throw new AppError(refusal);
  const { ruleSet, members } = poll;
  if (ruleSet === null || members === null) throw new Error('an open poll without rules');
  const verdict = verdictOf({ ...(await countBallots(tx, poll.id)), members, ruleSet });
  const at = clock.now();
  return {
    act: { type: 'closed', pollId: poll.id, at, verdict },
    fields: { state: 'closed', closedAt: at, verdict },
  };
}

async function voiding({ clock }: VotingDeps, poll: PollRow, reason: string): Promise<Change> {
  const refusal = mayVoid(poll.state);
  if (refusal !== null) throw new AppError(refusal);
  return {
    act: { type: 'voided', pollId: poll.id, at: clock.now(), reason },
    fields: { state: 'void', voidReason: reason },
  };
}

const actions = {
  opened: 'poll.opened',
  closed: 'poll.closed',
  voided: 'poll.voided',
} as const;

function traceOf(act: Change['act'], poll: PollRow) {
  const { meetingId } = poll;
  const details = { pollId: act.pollId, ...factsOf(act) };
  return { action: actions[act.type], subject: subjectOf(poll), meetingId, details };
}

function factsOf(act: Change['act']): Record<string, string | number | boolean> {
  if (act.type === 'voided') return { reason: act.reason };
  if (act.type === 'opened')
    return { members: act.members, present: act.quorum.present, quorum: act.quorum.needed };
  const { carried, decidedBy, counts } = act.verdict;
  return { carried, decidedBy, ...counts };
}
