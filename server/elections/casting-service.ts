import { trackerOf } from '../../models/belenios/ballot.ts';
import type { castEncrypted, registerCredential } from '../../models/contracts/elections.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import { AppError } from '../../models/errors.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { ElectionsDeps } from './deps.ts';
import { groupHere } from './key-making.ts';
import type { ElectionNotices } from './notices.ts';
import { ballotRefusal } from './rules.ts';
import {
  appendBallot,
  countRounds,
  findElection,
  hasBallot,
  hasCredential,
  readRegistered,
  register,
} from './store.ts';
import { electionIn } from './views.ts';

type Registration = RequestOf<typeof registerCredential>;
type Casting = RequestOf<typeof castEncrypted>;

/**
 * What voters do. Answers to these requests are not kept as others are: what is kept with a person names them, and here
 * would lead to their credential or ballot. Both know by what they are given whether they have done it before.
 */
export interface CastingService {
  /**
   * @throws AppError `not_found`, `conflict` for another election than is going on now, `election_phase`,
   *   `not_on_voter_roll` for who is not a voter who is present, `credential_wrong`, `already_registered`
   */
  register(caller: Caller, registration: Registration): Promise<{ done: true }>;
  /**
   * Resolves when the ballot is on disk.
   * @throws AppError `not_found`, `poll_not_open`, `not_on_voter_roll`, `ballot_wrong` saying why,
   *   `credential_unknown`, `credential_used`, `too_many_changes`, `unavailable`
   */
  cast(caller: Caller, casting: Casting): Promise<{ tracker: string }>;
}

export function createCastingService(
  deps: ElectionsDeps,
  notices: ElectionNotices,
): CastingService {
  const { database, voting, checker } = deps;
  return {
    async register(caller, registration) {
      const { meetingId, pollId, credential } = registration;
      const element = BigInt(credential);
      // Everyone could sign for the credential 1.
      if (element === 1n || !groupHere().contains(element)) throw new AppError('credential_wrong');
      if (await database.write((tx) => addCredential(deps, tx, caller, registration)))
        notices.changed(meetingId, pollId);
      return { done: true };
    },
    async cast(caller, { meetingId, pollId, ballot }) {
      const { read } = database;
      const { personId } = personOf(caller);
      const tracker = trackerOf(ballot);
      // Sent again after its answer was lost, perhaps after the end.
      if (await hasBallot(read, pollId, tracker)) return { tracker };
      await voting.mayTakePart(read, caller, meetingId, pollId);
      const { election } = (await findElection(read, pollId)) ?? {};
      if (!election) throw new AppError('poll_not_open');
      const credential = await checker.ballot(election, ballot, personId);
      const given = { meetingId, pollId, ballot, tracker, credential };
      if (await database.write((tx) => addBallot(deps, tx, caller, given))) voting.counted(pollId);
      return { tracker };
    },
  };
}

/** @returns whether anything changed */
async function addCredential(
  deps: ElectionsDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId, uuid, credential }: Registration,
): Promise<boolean> {
  const { personId } = personOf(caller);
  const { poll, election } = await electionIn(deps, tx, meetingId, pollId);
  if (election.uuid !== uuid) throw new AppError('conflict');
  if (election.phase !== 'registering' || poll.state !== 'draft')
    throw new AppError('election_phase');
  const voters = await deps.voting.electorate(tx, meetingId, pollId);
  const voter = voters.find((one) => one.personId === personId);
  if (voter === undefined || voter.castBy !== null) throw new AppError('not_on_voter_roll');
  const isRegistered = (await readRegistered(tx, pollId)).has(personId);
  const isThere = await hasCredential(tx, pollId, credential);
  if (isRegistered && isThere) return false;
  if (isRegistered) throw new AppError('already_registered');
  if (isThere) throw new AppError('credential_wrong');
  await register(tx, pollId, personId, credential);
  await deps.voting.traced(tx, caller, poll, { action: 'election.registered' });
  return true;
}

type Given = Casting & { tracker: string; credential: string };

/** @returns whether anything changed */
async function addBallot(
  { voting }: ElectionsDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId, ballot, tracker, credential }: Given,
): Promise<boolean> {
  if (await hasBallot(tx, pollId, tracker)) return false;
  const { again } = await voting.mayTakePart(tx, caller, meetingId, pollId);
  if ((await findElection(tx, pollId))?.phase !== 'voting') throw new AppError('poll_not_open');
  const isKnown = await hasCredential(tx, pollId, credential);
  const rounds = await countRounds(tx, pollId, credential);
  const refusal = ballotRefusal({ isKnown, rounds, again });
  if (refusal !== null) throw new AppError(refusal);
  await appendBallot(tx, { pollId, credential, round: rounds, tracker, ballot });
  // Nothing is noted of a ballot that replaces another: how often someone voted must not say whose credential it was.
  if (!again) await voting.tookPart(tx, caller, meetingId, pollId);
  return true;
}
