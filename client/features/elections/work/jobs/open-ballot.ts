import { type Sealed, type Trial, openTrial } from '../../../../../models/belenios/voter.ts';
import type { Job } from '../job.ts';

interface Asked {
  /** Its text. */
  election: string;
  sealed: Pick<Sealed, 'ballot' | 'randomness'>;
  /** As it was shown before. */
  commitment: string;
}

/** Opens a trial ballot. */
export const openBallot: Job<Asked, Trial> = ({ election, sealed, commitment }, onProgress) =>
  openTrial(election, sealed, commitment, onProgress);
