import { encodeSetup } from '../../models/belenios/archive/setup.ts';
import { type ElectionContext, decodeBallot, openElection } from '../../models/belenios/ballot.ts';
import {
  publicCredentialList,
  readCredentials as readPublicCredentials,
} from '../../models/belenios/credentials.ts';
import { createUuid, makeElection } from '../../models/belenios/election.ts';
import { jsonHash } from '../../models/belenios/hash.ts';
import { decode, listOf, text } from '../../models/belenios/json.ts';
import { encodeTally, tallyOf } from '../../models/belenios/tally.ts';
import { jointKey, readTrustees as readTrusteeKinds } from '../../models/belenios/trustees.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Voter } from '../../models/voting/acts.ts';
import { questionsOf } from '../../models/voting/encrypted-paper.ts';
import type { Db } from '../platform/database.ts';
import { openssl } from '../platform/power.ts';
import type { BallotBox, VerifiablePoll } from '../voting/service.ts';
import { type NewEvent, eventRows } from './archive.ts';
import type { ElectionsDeps } from './deps.ts';
import { groupHere } from './key-making.ts';
import type { ElectionNotices } from './notices.ts';
import {
  type BallotRow,
  type ElectionRow,
  appendEvents,
  beginElection,
  findElection,
  readBallots,
  readCredentials,
  readRegistered,
  readTrustees,
  removeBallots,
  removeElection,
  rewriteCredentials,
  saveElection,
} from './store.ts';

/** What happens with encrypted ballots when a poll is prepared, opened and closed. */
export function createBox(
  { clock }: Pick<ElectionsDeps, 'clock'>,
  notices: ElectionNotices,
): BallotBox {
  return {
    prepared,
    removed: removeElection,
    rollOf,
    freeze: (tx, poll, ruleSet) => freeze(tx, poll, ruleSet, clock.now()),
    isVoting: async (db, pollId) => (await findElection(db, pollId))?.phase === 'voting',
    end,
    told: ({ meetingId, id }) => notices.changed(meetingId, id),
  };
}

/** Other trustees, or another number of them needed, begin everything anew. */
const prepared: BallotBox['prepared'] = async (tx, { id: pollId, trustees }) => {
  if (trustees === null) return removeElection(tx, pollId);
  const { personIds, needed } = trustees;
  const current = await findElection(tx, pollId);
  const keepers = (await readTrustees(tx, pollId)).map(({ personId }) => personId);
  const isSame = current?.needed === needed && keepers.join() === personIds.join();
  if (!isSame) await beginElection(tx, { pollId, uuid: createUuid(), needed }, personIds);
};

async function rollOf(
  tx: Db,
  pollId: Id,
  voters: readonly Voter[],
  registeredOnly: boolean,
): Promise<Voter[]> {
  if ((await findElection(tx, pollId))?.phase !== 'registering')
    throw new AppError('election_keys_missing');
  if (voters.some(({ castBy }) => castBy !== null)) throw new AppError('trustees_not_delegated');
  const registered = await readRegistered(tx, pollId);
  const roll = voters.filter(({ personId }) => registered.has(personId));
  const missing = voters.length - roll.length;
  if (missing > 0 && (!registeredOnly || roll.length === 0))
    throw new AppError('voters_not_registered', { people: missing });
  return roll;
}

async function freeze(tx: Db, poll: VerifiablePoll, ruleSet: RuleSet, at: string) {
  const { id: pollId, question, paper } = poll;
  const row = await findElection(tx, pollId);
  if (row === undefined || row.trustees === null) throw new AppError('election_keys_missing');
  const { uuid } = row;
  const group = groupHere();
  const kinds = decode(row.trustees, readTrusteeKinds(group));
  const plan = {
    name: question,
    description: '',
    questions: questionsOf(paper, question, ruleSet),
  };
  const election = makeElection(plan, uuid, group.name, jointKey(group, kinds));
  const list = publicCredentialList((await readCredentials(tx, pollId)).map(BigInt));
  const data = encodeSetup(election, kinds, list);
  const [, , credentials = ''] = data;
  const fingerprint = jsonHash(election);
  await rewriteCredentials(tx, pollId, list);
  await appendEvents(tx, eventRows(pollId, 0, [{ type: 'Setup', data }]));
  const frozen = { election, credentials, fingerprint };
  await saveElection(tx, pollId, { ...frozen, phase: 'voting', openedAt: at });
  return { uuid, fingerprint };
}

/** Ballots as events of the record, in an order that tells nothing but which of one credential came later. */
export const ballotEvents = (ballots: readonly BallotRow[]): NewEvent[] =>
  ballots.map(({ ballot, tracker }) => ({ type: 'Ballot', data: [ballot], tracker }));

async function end(tx: Db, pollId: Id): Promise<void> {
  const row = await findElection(tx, pollId);
  if (row?.phase !== 'voting') throw new AppError('poll_not_open');
  const ballots = await readBallots(tx, pollId);
  const tally = addUp(row, ballots);
  const [encrypted, sized] = encodeTally(tally);
  const events: NewEvent[] = [
    ...ballotEvents(ballots),
    { type: 'EndBallots', data: [] },
    { type: 'EncryptedTally', data: [encrypted, sized] },
  ];
  await removeBallots(tx, pollId);
  await appendEvents(tx, eventRows(pollId, 1, events));
  const tallied = tally.ballots();
  await saveElection(tx, pollId, { phase: 'decrypting', tally: encrypted, tallied });
}

/** All ballots were checked when they were taken. */
function addUp({ election, credentials }: ElectionRow, ballots: readonly BallotRow[]) {
  const context: ElectionContext = openElection(election ?? '', openssl);
  const voters = readPublicCredentials(decode(credentials ?? '', listOf(text)), '');
  const last = new Map(ballots.map((one) => [one.credential, one.ballot]));
  const decoded = [...last.values()].map((ballot) => decodeBallot(context, ballot));
  return tallyOf(context, decoded, voters);
}
