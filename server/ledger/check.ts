import { setImmediate } from 'node:timers/promises';
import type { LedgerDifference, LedgerReport } from '../../models/contracts/ledger.ts';
import type { Db } from '../platform/database.ts';
import { readPollIds, readRawPoll } from './check-store.ts';
import { comparePoll } from './compare-poll.ts';
import type { LedgerService } from './service.ts';

interface CheckOptions {
  db: Db;
  now: string;
  /** Public keys, base64url, with which this server signs and signed; null where nobody knows them. */
  knownKeys: readonly string[] | null;
  /** Whether a ballot in the box of a secret poll is as it was put there; null where nobody can say. */
  isOwnBallot: LedgerService['isOwnBallot'] | null;
  signal?: AbortSignal | undefined;
}

/**
 * Compares every poll in the database, with its roll, its ballots, its result and its number, with what its ledger
 * tells, and the ledger with its signatures. Finds what was changed, removed, added or put in another order by hand.
 */
export async function checkDatabase({
  db,
  now,
  knownKeys,
  isOwnBallot,
  signal,
}: CheckOptions): Promise<LedgerReport> {
  const keys = knownKeys && new Set(knownKeys);
  const differences: LedgerDifference[] = [];
  let entries = 0;
  const ids = await readPollIds(db);
  for (const ledgerId of ids) {
    const raw = await readRawPoll(db, ledgerId);
    entries += raw.entries.length;
    for (const one of comparePoll(ledgerId, raw, keys, isOwnBallot))
      differences.push({ ledgerId, ...one });
    // One poll after the other, so that nobody waits for all of them.
    await setImmediate(undefined, { signal });
  }
  return {
    ok: differences.length === 0,
    checkedAt: now,
    ledgers: ids.length,
    entries,
    differences,
  };
}
