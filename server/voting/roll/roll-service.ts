import type { ResponseOf } from '../../../models/contracts/route.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { type getTurnout, pollReminded } from '../../../models/contracts/voting-acts.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import { openingProblem } from '../../../models/voting/drafts.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import { actorId, record, trace } from '../acts.ts';
import type { VotingDeps } from '../deps.ts';
import { readWaiting } from '../ballots/entries-store.ts';
import type { PollNotices } from '../running/progress.ts';
import { rollNow, voterOf } from './roll.ts';
import { type VoterWithBallot, insertVoters, readRolls } from './roll-store.ts';
import { isOver } from '../rules.ts';
import type { PollRow } from '../store.ts';
import { answerOf, pollIn, rulesOf } from '../views.ts';

type Turnout = ResponseOf<typeof getTurnout>;

/** Who may vote in a poll, who is ready to, and who has. */
export interface RollService {
  /**
   * Puts someone who came after opening on the roll.
   * @throws AppError `not_found`, `poll_not_open`, `election_phase` where credentials are frozen, `already_exists` for who is on it, `not_present`, `weights_reveal`
   */
  addVoter(
    caller: Caller,
    meetingId: Id,
    pollId: Id,
    personId: Id,
    reason: string,
  ): Promise<MyPoll>;
  /** @throws AppError `not_found` */
  turnout(caller: Caller, meetingId: Id, pollId: Id): Promise<Turnout>;
  /** @throws AppError `not_found`, `poll_not_open` */
  remind(caller: Caller, meetingId: Id, pollId: Id): Promise<{ reminded: number }>;
}

export function createRollService(deps: VotingDeps, notices: PollNotices): RollService {
  const { database, publisher } = deps;
  return {
    async addVoter(caller, meetingId, pollId, personId, reason) {
      const work = (tx: Db) => addOne(deps, tx, caller, { meetingId, pollId, personId, reason });
      const answer = await database.write(work, caller.once);
      await notices.changed(pollId);
      notices.turnout(meetingId);
      return answer;
    },
    async turnout(_caller, meetingId, pollId) {
      const { read } = database;
      const poll = await pollIn(read, meetingId, pollId);
      if (poll.openedAt === null) return readyNow(deps, read, poll);
      const roll = await readRolls(read, [pollId]);
      return {
        items: roll.map((voter) => lineOf(deps, meetingId, voter)),
        late: poll.state === 'open' ? await latecomers(deps, read, poll, roll) : [],
        entries: poll.state === 'open' ? await readWaiting(read, pollId) : [],
      };
    },
    async remind(caller, meetingId, pollId) {
      const asked: Id[] = [];
      const answer = await database.write(async (tx) => {
        asked.push(...(await reminding(deps, tx, caller, meetingId, pollId)));
        return { reminded: asked.length };
      }, caller.once);
      for (const personId of asked)
        publisher.toPerson(personId, pollReminded, { meetingId, pollId });
      return answer;
    },
  };
}

type Late = Pick<VoterWithBallot, 'personId' | 'pollId'> & { meetingId: Id; reason: string };

async function addOne(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId, personId, reason }: Late,
): Promise<MyPoll> {
  const poll = await pollIn(tx, meetingId, pollId);
  const at = deps.clock.now();
  if (poll.state !== 'open' || isOver({ endsAt: poll.endsAt, now: at }))
    throw new AppError('poll_not_open');
  if (poll.trustees !== null) throw new AppError('election_phase');
  const roll = await readRolls(tx, [pollId]);
  if (roll.some((one) => one.personId === personId)) throw new AppError('already_exists');
  const ruleSet = await rulesOf(tx, deps.meetings, poll);
  const people = await deps.attendance.votersOf(tx, meetingId);
  const person = people.find((one) => one.personId === personId);
  if (person === undefined) throw new AppError('not_found');
  if (!person.isMember && poll.binding) throw new AppError('not_on_voter_roll');
  if (!person.isPresent) throw new AppError('not_present');
  const voter = voterOf(person, null, poll, ruleSet);
  const { secrecy, binding } = poll;
  const problem = openingProblem({ secrecy, binding, ruleSet, voters: [...roll, voter] });
  if (problem !== null) throw new AppError(problem);
  await insertVoters(tx, [{ pollId, ...voter, addedReason: reason }]);
  const act = { type: 'voter_added' as const, ledgerId: pollId, at, by: actorId(caller), voter };
  await record(
    deps,
    tx,
    caller,
    poll,
    { ...act, reason },
    {
      action: 'poll.voter_added',
      details: { voterId: personId, reason },
    },
  );
  return answerOf(deps, tx, caller, pollId);
}

/** Before opening: who would be on the roll now. */
async function readyNow(deps: VotingDeps, db: Db, poll: PollRow): Promise<Turnout> {
  const { voters } = await rollNow(deps, db, poll, await rulesOf(db, deps.meetings, poll));
  const names = new Map(voters.map(({ personId, fullName }) => [personId, fullName]));
  const items = voters.map((voter) => {
    const castByName = voter.castBy && (names.get(voter.castBy) ?? null);
    return lineOf(deps, poll.meetingId, { ...voter, castByName, hasVoted: false });
  });
  return { items, late: [], entries: [] };
}

type Line = Pick<
  VoterWithBallot,
  'personId' | 'fullName' | 'office' | 'castBy' | 'castByName' | 'hasVoted'
>;

/** Ready is who can vote from where they are: the voter, or the one who votes for them. */
const lineOf = (
  { follows }: VotingDeps,
  meetingId: Id,
  { personId, fullName, office, castBy, castByName, hasVoted }: Line,
): Turnout['items'][number] => ({
  personId,
  fullName,
  office,
  connected: follows(castBy ?? personId, meetingId),
  voted: hasVoted,
  castBy: castByName,
});

async function latecomers(
  deps: VotingDeps,
  db: Db,
  poll: PollRow,
  roll: readonly VoterWithBallot[],
): Promise<Turnout['late']> {
  const onRoll = new Set(roll.map(({ personId }) => personId));
  const now = await rollNow(deps, db, poll, await rulesOf(db, deps.meetings, poll));
  return now.voters
    .filter(({ personId, castBy }) => castBy === null && !onRoll.has(personId))
    .map(({ personId, fullName }) => ({ personId, fullName }));
}

/** @returns those who have a vote to give that they have not given, each once */
async function reminding(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
): Promise<Id[]> {
  const poll = await pollIn(tx, meetingId, pollId);
  if (poll.state !== 'open') throw new AppError('poll_not_open');
  const roll = await readRolls(tx, [pollId]);
  const missing = roll.filter(({ hasVoted }) => !hasVoted);
  const asked = [...new Set(missing.map(({ personId, castBy }) => castBy ?? personId))];
  const details = { people: asked.length };
  await trace(deps, tx, caller, pollId, poll, { action: 'poll.reminded', details });
  return asked;
}
