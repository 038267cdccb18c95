import { openElection } from '../../../../../models/belenios/ballot.ts';
import { type Sealed, seal } from '../../../../../models/belenios/voter.ts';
import type { Job } from '../job.ts';

interface Asked {
  /** Its text. */
  election: string;
  /** The secret one. */
  credential: string;
  /** As `choicesOf` gives them. */
  choices: number[][];
}

/** Encrypts a ballot, without knowing whether it will be cast or opened. */
export const encrypt: Job<Asked, Sealed> = ({ election, credential, choices }, onProgress) =>
  seal(openElection(election), credential, choices, onProgress);
