import { decode, encode, listOf } from '../../models/belenios/json.ts';
import { readCiphertext } from '../../models/belenios/messages.ts';
import type { MyElection, TrusteeStep } from '../../models/contracts/elections.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { ElectionsDeps } from './deps.ts';
import { groupHere, inputOf, sealedKey } from './key-making.ts';
import { dueStep } from './rules.ts';
import {
  type ElectionRow,
  type TrusteeRow,
  findElection,
  readFigures,
  readRegistered,
  readTrustees,
} from './store.ts';

/** @throws AppError `not_found`, also for a poll of another meeting, or without trustees */
export async function electionIn(
  { voting }: Pick<ElectionsDeps, 'voting'>,
  db: Db,
  meetingId: Id,
  pollId: Id,
) {
  const poll = await voting.verifiablePoll(db, meetingId, pollId);
  const election = await findElection(db, pollId);
  if (election === undefined) throw new AppError('not_found');
  return { poll, election, trustees: await readTrustees(db, pollId) };
}
type ElectionIn = Awaited<ReturnType<typeof electionIn>>;

/** The election as the caller sees it. */
export async function viewOf(
  deps: Pick<ElectionsDeps, 'voting'>,
  db: Db,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
): Promise<MyElection> {
  const found = await electionIn(deps, db, meetingId, pollId);
  const { election, trustees } = found;
  const { uuid, phase, needed, tallied } = election;
  const registered = await readRegistered(db, pollId);
  const figures = await readFigures(db, pollId);
  const personId = caller.person?.personId;
  return {
    pollId,
    uuid,
    phase,
    needed,
    trustees: trustees.map((one) => lineOf(found, one)),
    registered: figures.registered,
    missing: runsMeeting(caller) ? await missingIn(deps, db, found, registered) : [],
    setup: setupOf(election),
    ballots: tallied ?? figures.ballots,
    isRegistered: personId !== undefined && registered.has(personId),
    task: taskOf(found, personId),
  };
}

/** What a trustee has to do now; nothing in a poll that was declared void. */
export function dueFor(
  { poll, election, trustees }: Pick<ElectionIn, 'poll' | 'election' | 'trustees'>,
  own: TrusteeRow,
): TrusteeStep | null {
  const state = election.phase === 'decrypting' ? 'open' : 'draft';
  return poll.state === state ? dueStep(election.phase, election.needed, trustees, own) : null;
}

function lineOf(found: ElectionIn, own: TrusteeRow): MyElection['trustees'][number] {
  const { personId, fullName, place, decryption } = own;
  return { personId, fullName, place, step: dueFor(found, own), decrypted: decryption !== null };
}

/** Those who have to do something before it can go on. */
export async function waitedFor(
  deps: Pick<ElectionsDeps, 'voting'>,
  db: Db,
  meetingId: Id,
  pollId: Id,
) {
  const found = await electionIn(deps, db, meetingId, pollId);
  const due = found.trustees.filter((one) => dueFor(found, one) !== null);
  const missing = await missingIn(deps, db, found, await readRegistered(db, pollId));
  return { poll: found.poll, personIds: [...due, ...missing].map(({ personId }) => personId) };
}

async function missingIn(
  { voting }: Pick<ElectionsDeps, 'voting'>,
  db: Db,
  { election, poll }: ElectionIn,
  registered: ReadonlySet<Id>,
) {
  if (election.phase !== 'registering' || poll.state !== 'draft') return [];
  return (await voting.electorate(db, poll.meetingId, poll.id))
    .filter(({ personId }) => !registered.has(personId))
    .map(({ personId, fullName }) => ({ personId, fullName }));
}

function setupOf({ election, trustees, fingerprint }: ElectionRow) {
  if (election === null || trustees === null || fingerprint === null) return null;
  return { election, trustees, fingerprint };
}

function taskOf(found: ElectionIn, personId: Id | undefined): MyElection['task'] {
  const own = found.trustees.find((one) => one.personId === personId);
  const step = own === undefined ? null : dueFor(found, own);
  if (own === undefined || step === null) return null;
  const { election, trustees: all } = found;
  const { place } = own;
  const making = { needed: election.needed, all, place };
  const input = step === 'decryption' ? decryptionInput(election, own) : inputOf(step, making);
  return { place, step, input };
}

function decryptionInput({ election, tally }: ElectionRow, own: TrusteeRow): string {
  const read = listOf(listOf(readCiphertext(groupHere())));
  return encode({ election, tally: decode(tally ?? '[]', read), sealed: sealedKey(own) });
}
