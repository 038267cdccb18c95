import type { DataOf } from '../../models/contracts/event.ts';
import type { MyPoll, pollProgress } from '../../models/contracts/voting.ts';

/** Counts only ever grow while a poll is open, so that a late notice changes nothing. */
export const withProgress = (
  polls: readonly MyPoll[],
  { pollId, cast, voters }: DataOf<typeof pollProgress>,
): MyPoll[] =>
  polls.map((poll) =>
    poll.id === pollId && poll.state === 'open' && cast > poll.cast
      ? { ...poll, cast, voters }
      : poll,
  );
