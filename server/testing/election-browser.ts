import { openElection } from '../../models/belenios/ballot.ts';
import { createCredential } from '../../models/belenios/credentials.ts';
import { createGroup } from '../../models/belenios/group.ts';
import { createTrusteeSecret, decryptTally, workKeyStep } from '../../models/belenios/trustee.ts';
import { registrationOf, seal, sign } from '../../models/belenios/voter.ts';
import type { MyElection } from '../../models/contracts/elections.ts';
import { openssl } from '../platform/power.ts';

// What browsers do in a verifiable poll, with the code that they do it with.

const group = createGroup('BELENIOS-2048', { ...openssl, uses: 1000 });

type Task = NonNullable<MyElection['task']>;

/** A trustee's browser: what it keeps never leaves it. */
export interface TrusteeBrowser {
  /**
   * Does what is due.
   * @param archive fetches the public record, which is wanted for decrypting
   * @returns what is sent
   * @throws DecryptionRefused, FormatError
   */
  work(
    election: Pick<MyElection, 'uuid' | 'needed'>,
    task: Task,
    archive: () => Promise<Uint8Array>,
  ): Promise<string>;
}

export function createTrusteeBrowser(): TrusteeBrowser {
  const secret = createTrusteeSecret(group);
  return {
    async work({ uuid, needed }, { step, input, place }, archive) {
      if (step !== 'decryption') return workKeyStep(group, secret, step, input, needed);
      const task = { place, input, uuid, archive: await archive() };
      return (await decryptTally(secret, task, openssl)).payload;
    },
  };
}

/** A voter's browser. */
export interface VoterBrowser {
  /** The public part of a credential for the election. */
  credential(uuid: string): string;
  /** @param choices as `choicesOf` gives them */
  ballot(election: string, choices: number[][]): string;
}

/** @param kept a credential from before */
export function createVoterBrowser(kept = createCredential()): VoterBrowser {
  return {
    credential: (uuid) => registrationOf(group, uuid, kept),
    ballot(election, choices) {
      const context = contextOf(election);
      return sign(context, kept, seal(context, kept, choices));
    },
  };
}

/** Tables of the last election's key are kept: a test holds many voters in one process. */
let last: { election: string; context: ReturnType<typeof openElection> } | undefined;
function contextOf(election: string) {
  if (last?.election !== election)
    last = { election, context: openElection(election, { ...openssl, uses: 1000 }) };
  return last.context;
}
