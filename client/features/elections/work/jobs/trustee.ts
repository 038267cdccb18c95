import type { Fault } from '../../../../../models/belenios/archive/ballots.ts';
import { FormatError } from '../../../../../models/belenios/json.ts';
import {
  type DecryptionFault,
  DecryptionRefused,
  type DecryptionTask,
  type KeyStep,
  type TrusteeSecret,
  createTrusteeSecret,
  decryptTally,
  sentKey,
  trusteeGroup,
  workKeyStep,
} from '../../../../../models/belenios/trustee.ts';
import { type KeyPlace, type LockedKey, lockKey, unlockKey } from '../../trustee/locked-key.ts';
import type { Job } from '../job.ts';

interface Making {
  place: KeyPlace;
  passphrase: string;
}

/** Makes a trustee's share, and the same locked. */
export const makeKey: Job<Making, { secret: TrusteeSecret; locked: LockedKey }> = ({
  place,
  passphrase,
}) => {
  const secret = createTrusteeSecret(trusteeGroup());
  return { secret, locked: lockKey(secret, passphrase, place) };
};

/** Null for another passphrase. */
export const openKey: Job<{ locked: LockedKey; passphrase: string }, TrusteeSecret | null> = ({
  locked,
  passphrase,
}) => unlockKey(locked, passphrase);

interface Step {
  secret: TrusteeSecret;
  step: KeyStep;
  input: string;
  /** As the trustee was told it. */
  needed: number | null;
}

/** What is to be sent, or that it does not fit together. */
export const keyStep: Job<
  Step,
  { payload: string; publicKey: string | null } | { fault: 'input' }
> = ({ secret, step, input, needed }) => {
  try {
    const group = trusteeGroup();
    const payload = workKeyStep(group, secret, step, input, needed);
    return { payload, publicKey: sentKey(group, step, payload) };
  } catch (error) {
    if (error instanceof FormatError || error instanceof RangeError) return { fault: 'input' };
    throw error;
  }
};

interface Decrypting {
  secret: TrusteeSecret;
  task: DecryptionTask;
  /** Of each ballot, from `checkBallots`. */
  faults: readonly (Fault | null)[];
}
type Decrypted = { payload: string; ballots: number } | { fault: DecryptionFault | 'input' };

/** Checks all of the record but the proofs of its ballots, which were checked before, adds up, and decrypts the trustee's share. */
export const decrypt: Job<Decrypting, Decrypted> = async ({ secret, task, faults }) => {
  const checked = [...faults];
  try {
    return await decryptTally(secret, task, { checkBallots: async () => checked });
  } catch (error) {
    if (error instanceof DecryptionRefused) return { fault: error.fault };
    if (error instanceof FormatError) return { fault: 'input' };
    throw error;
  }
};
