import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Id } from '../ids.ts';
import { type Json, canonicalJson } from './canonical-json.ts';

// A ledger: what happened in a poll or slip, in order. Each entry is hashed together with the hash of the entry before,
// so that none can be changed, left out or put in later without changing every hash that follows.

/** What every act has; what else it says is for its own story. */
export interface Act {
  readonly [key: string]: Json;
  readonly type: string;
  readonly ledgerId: Id;
}

/** Where an entry stands. */
export const Place = z.object({
  /** Counts from 0 in each ledger. */
  sequence: z.number().int().nonnegative(),
  /** Of the entry before; `genesis` for the first. */
  previousHash: z.string(),
});
export type Place = z.infer<typeof Place>;

/** An entry as it is kept. */
export interface LedgerRow extends Place {
  /** SHA-256, hex, of the bytes of `entry`. */
  hash: string;
  /** Canonical JSON: the very bytes that are hashed. */
  entry: string;
}

/** What the first entry names as the hash before it. */
export const genesis = '0'.repeat(64);

/** SHA-256 of the UTF-8 bytes, hex. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Makes the next entry of a ledger. @param last the entry before; none for the first */
export function sealed(
  last: Pick<LedgerRow, 'sequence' | 'hash'> | undefined,
  act: Act,
): LedgerRow {
  const sequence = last === undefined ? 0 : last.sequence + 1;
  const previousHash = last?.hash ?? genesis;
  const entry = canonicalJson({ ...act, sequence, previousHash });
  return { sequence, previousHash, hash: hashOf(entry), entry };
}
