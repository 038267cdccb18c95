import type { LedgerFile, SigningKey } from '../../models/contracts/ledger.ts';
import type { Id } from '../../models/ids.ts';
import { ledgerFile } from '../../models/voting/ledger-file.ts';
import type { SecretBallot } from '../../models/voting/acts.ts';
import { type Act, type LedgerRow, sealed } from '../../models/voting/ledger.ts';
import { signedText } from '../../models/voting/signed-text.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { isOwnBallot, newBallotId } from './ballot-box.ts';
import {
  appendEntry,
  appendSignature,
  findLastEntry,
  readEntries,
  readSignatures,
} from './store.ts';

export interface LedgerService {
  /**
   * Seals the next entry of the ledger that the act names, in the transaction of its effect.
   * @returns its place, and its hash, which is the receipt
   */
  append(tx: Db, act: Act): Promise<Pick<LedgerRow, 'sequence' | 'hash'>>;
  /** Signs the last entry: at closing and with whatever comes after it. */
  sign(tx: Db, ledgerId: Id): Promise<void>;
  /** All entries in order. */
  read(db: Db, ledgerId: Id): Promise<LedgerRow[]>;
  /** The whole record, with its signatures, as it is downloaded. */
  file(db: Db, ledgerId: Id): Promise<LedgerFile>;
  /** A random id for a ballot in the box of a secret poll, which vouches for it. */
  newBallotId(pollId: Id, ballot: Pick<SecretBallot, 'marks' | 'weight'>): Id;
  /** Whether a ballot in the box is as it was put there. */
  isOwnBallot(pollId: Id, ballot: SecretBallot): boolean;
  /** With which this server signs and signed: the one in use first. */
  signingKeys(): SigningKey[];
}

interface LedgerDeps {
  clock: Clock;
  keys: Pick<Keys, 'signer' | 'signingKeys' | 'macs'>;
}

export function createLedgerService({ clock, keys }: LedgerDeps): LedgerService {
  return {
    async append(tx, act) {
      const row = sealed(await findLastEntry(tx, act.ledgerId), act);
      await appendEntry(tx, act.ledgerId, row);
      return { sequence: row.sequence, hash: row.hash };
    },
    async sign(tx, ledgerId) {
      const last = await findLastEntry(tx, ledgerId);
      if (last === undefined) throw new Error('a ledger without entries cannot be signed');
      const { signer } = keys;
      const said = { ...last, signedAt: clock.now() };
      const signature = signer.sign(signedText(ledgerId, said));
      const { keyId, publicKey } = signer;
      await appendSignature(tx, ledgerId, { ...said, keyId, publicKey, signature });
    },
    read: readEntries,
    newBallotId: (pollId, ballot) => newBallotId(keys, pollId, ballot),
    isOwnBallot: (pollId, ballot) => isOwnBallot(keys, pollId, ballot),
    file: async (db, ledgerId) =>
      ledgerFile(ledgerId, await readEntries(db, ledgerId), await readSignatures(db, ledgerId)),
    signingKeys: () => keys.signingKeys,
  };
}
