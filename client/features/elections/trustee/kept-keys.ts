import { z } from 'zod';
import type { Id } from '../../../../models/ids.ts';
import { type BrowserStore, type Step as StepOf, browserStore } from '../kept/browser-store.ts';
import { LockedKey } from './locked-key.ts';

// Locked shares of the keys of elections, in this browser. They stay after signing out: without the passphrase they open
// nothing, and losing one can cost a whole vote.

const KeptKey = z.object({
  locked: LockedKey,
  /** Whether its file was handed to the person. */
  isSaved: z.boolean(),
  /** What all will find in the record, once this browser has sent it. */
  publicKey: z.string().nullable(),
  /** The sum that this browser has decrypted; a second one would tell what lies between them. */
  decrypted: z.string().nullable(),
});
export type KeptKey = z.infer<typeof KeptKey>;

type Step = StepOf<KeptKey>;

export const keyStore = (uuid: string, personId: Id): BrowserStore<KeptKey> =>
  browserStore({
    database: 'nghi-truong.trustee',
    table: 'keys',
    key: `${uuid}/${personId}`,
    // What cannot be read may be a share all the same: better none is made than that one written over.
    read: (value) => (value === undefined ? null : KeptKey.parse(value)),
  });

/** A new share. Another tab may have made one at the same moment: the first one stays. */
export const made =
  (locked: LockedKey, isSaved: boolean): Step =>
  (kept) =>
    kept ?? { locked, isSaved, publicKey: null, decrypted: null };

export const saved: Step = (kept) => kept && { ...kept, isSaved: true };

export const sentAs =
  (publicKey: string): Step =>
  (kept) =>
    kept && { ...kept, publicKey };

/** Of the sums that tabs decrypt, the first one stays; `mayDecrypt` tells whether it is this one. */
export const decrypting =
  (sum: string): Step =>
  (kept) =>
    kept && { ...kept, decrypted: kept.decrypted ?? sum };

export const mayDecrypt = (kept: KeptKey | null, sum: string): boolean =>
  kept === null || kept.decrypted === sum;
