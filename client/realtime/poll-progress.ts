import type { DataOf } from '../../models/contracts/event.ts';
import type { MyPoll, pollProgress } from '../../models/contracts/voting.ts';

/**
 * Takes over how many have voted, and the count so far where it is shown live. Ballots only ever grow in number
 * while a poll is open, so that a late notice changes nothing; a changed vote leaves their number as it is.
 */
export const withProgress = (
  polls: readonly MyPoll[],
  { pollId, cast, voters, verdict }: DataOf<typeof pollProgress>,
): MyPoll[] =>
  polls.map((poll) =>
    poll.id === pollId && poll.state === 'open' && cast >= poll.cast
      ? { ...poll, cast, voters, verdict }
      : poll,
  );
