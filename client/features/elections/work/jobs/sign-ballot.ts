import { openElection, trackerOf } from '../../../../../models/belenios/ballot.ts';
import { type Sealed, sign } from '../../../../../models/belenios/voter.ts';
import type { Job } from '../job.ts';

interface Asked {
  /** Its text. */
  election: string;
  /** The secret one. */
  credential: string;
  sealed: Pick<Sealed, 'ballot'>;
}

interface Signed {
  ballot: string;
  tracker: string;
}

/** Makes of an encrypted ballot one that can be cast. */
export const signBallot: Job<Asked, Signed> = ({ election, credential, sealed }) => {
  const ballot = sign(openElection(election), credential, sealed);
  return { ballot, tracker: trackerOf(ballot) };
};
