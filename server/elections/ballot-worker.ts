import { parentPort } from 'node:worker_threads';
import { describe, faultsOf } from '../../models/belenios/archive/ballots.ts';
import { type ElectionContext, decodeBallot, openElection } from '../../models/belenios/ballot.ts';
import { verifyPartial } from '../../models/belenios/decryption.ts';
import { FormatError, decode } from '../../models/belenios/json.ts';
import { readPartialDecryption } from '../../models/belenios/messages.ts';
import { countVotes } from '../../models/belenios/result.ts';
import { readEncryptedTally } from '../../models/belenios/tally.ts';
import { readTrustees, verificationKeys } from '../../models/belenios/trustees.ts';
import { openssl } from '../platform/power.ts';
import type { FromThread, ToThread } from '../platform/thread-pool.ts';
import type { Job, Result } from './ballot-jobs.ts';

/** One poll is open in a meeting; a few meetings go on at a time. */
const keptElections = 8;
/** Tables that pay from some tens of ballots on. */
const uses = 2000;
const contexts = new Map<string, ElectionContext>();

function contextOf(election: string): ElectionContext {
  const context = contexts.get(election) ?? openElection(election, { ...openssl, uses });
  contexts.delete(election);
  contexts.set(election, context);
  const [oldest] = contexts.keys();
  if (contexts.size > keptElections && oldest !== undefined) contexts.delete(oldest);
  return context;
}

function run(job: Job): Result {
  const context = contextOf(job.election);
  if (job.kind === 'ballot') return checkBallot(context, job.ballot);
  const tally = decode(job.tally, readEncryptedTally(context));
  const trustees = decode(job.trustees, readTrustees(context.group));
  const readShare = (json: string) => decode(json, readPartialDecryption(context.group));
  if (job.kind === 'share') {
    const key = verificationKeys(trustees)[job.place - 1];
    const share = readOrNull(() => readShare(job.share));
    const holds = key !== undefined && share !== null && verifyPartial(context, tally, key, share);
    return { kind: 'share', holds };
  }
  const shares = new Map(job.shares.map(([place, share]) => [place, readShare(share)]));
  const counts = countVotes(context, tally, trustees, shares, BigInt(job.ballots));
  return { kind: 'count', counts: counts.map((row) => row.map(Number)) };
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function checkBallot(context: ElectionContext, ballot: string): Result {
  const [fault] = faultsOf(context, [ballot]);
  if (fault) return { kind: 'ballot', fault: describe(fault), credential: '' };
  const { credential } = decodeBallot(context, ballot);
  return { kind: 'ballot', fault: null, credential: String(credential) };
}

const say = (message: FromThread<string, Result>) =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(message);

parentPort?.on('message', ({ id, job }: ToThread<Job>) => say({ id, result: run(job) }));
say({ state: 'ready' });
