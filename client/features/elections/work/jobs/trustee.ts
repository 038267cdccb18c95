import {
  type CheckBallots,
  faultsOf,
  powersFor,
} from '../../../../../models/belenios/archive/ballots.ts';
import { openElection } from '../../../../../models/belenios/ballot.ts';
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
import type { Job, OnProgress } from '../job.ts';

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
}
type Decrypted = { payload: string; ballots: number } | { fault: DecryptionFault | 'input' };

/** Checks and adds up all ballots of the record, then decrypts the trustee's share of the sum. */
export const decrypt: Job<Decrypting, Decrypted> = async ({ secret, task }, onProgress) => {
  try {
    return await decryptTally(secret, task, { checkBallots: checkingAloud(onProgress) });
  } catch (error) {
    if (error instanceof DecryptionRefused) return { fault: error.fault };
    if (error instanceof FormatError) return { fault: 'input' };
    throw error;
  }
};

/** So many together take less than one by one; few enough to tell how far it is. */
const together = 12;

const checkingAloud =
  (onProgress: OnProgress): CheckBallots =>
  async (election, ballots) => {
    const context = openElection(election, { uses: powersFor(ballots.length) });
    const parts = Array.from({ length: Math.ceil(ballots.length / together) }, (_, at) =>
      ballots.slice(at * together, (at + 1) * together),
    );
    let done = 0;
    return parts.flatMap((part) => {
      const faults = faultsOf(context, part);
      onProgress((done += part.length), ballots.length);
      return faults;
    });
  };
