import { type Fault, faultsOf, powersFor } from '../../../../../models/belenios/archive/ballots.ts';
import { openElection } from '../../../../../models/belenios/ballot.ts';
import { FormatError } from '../../../../../models/belenios/json.ts';
import type { Job } from '../job.ts';

interface Asked {
  election: string;
  ballots: readonly string[];
}

/** What is wrong with each ballot. Where the election itself cannot be read, nothing: the verification says why. */
export const checkBallots: Job<Asked, (Fault | null)[]> = ({ election, ballots }, onProgress) => {
  try {
    const context = openElection(election, { uses: powersFor(ballots.length) });
    let done = 0;
    return faultsOf(context, ballots, () => onProgress((done += 1), ballots.length));
  } catch (error) {
    if (error instanceof FormatError) return ballots.map(() => null);
    throw error;
  }
};
