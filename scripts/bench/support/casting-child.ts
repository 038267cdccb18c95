import { type Assembly, type Voter, enter } from './voters.ts';

// Casts the ballots of all voters, some at the same time, and tells the parent process of each that was acknowledged.
// Then it waits to be killed.

/** Enough for commits of more than one ballot, few enough that a kill falls between them. */
const atOnce = 32;

export interface CastingOrder {
  assembly: Assembly;
  pollId: string;
  voters: Voter[];
}

process.once('message', ({ assembly, pollId, voters }: CastingOrder) => {
  const { cast } = enter(assembly);
  const queue = voters.values();
  const castOn = async () => {
    for (const voter of queue) {
      const receipt = await cast(pollId, voter);
      process.send?.({ personId: voter.personId, receipt });
    }
  };
  void Promise.all(Array.from({ length: atOnce }, castOn));
});
