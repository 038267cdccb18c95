import type { MyPoll, Poll, Receipt } from '../../../models/contracts/voting.ts';

type Polls = readonly MyPoll[];

/** The poll that takes ballots now; a meeting has one at most. */
export const openPollOf = (polls: Polls): MyPoll | undefined =>
  polls.find(({ state }) => state === 'open');

/** The poll that was put to the vote last, whatever became of it; polls follow each other one by one. */
export const lastOpenedOf = (polls: Polls): MyPoll | undefined =>
  polls
    .filter(({ openedAt }) => openedAt !== null)
    .toSorted((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? ''))[0];

/**
 * Takes over what a notice says. What only the caller sees, the right to vote and the receipt, a notice does
 * not carry: it stays as it was.
 */
export const withPoll = (polls: Polls, changed: Poll): MyPoll[] =>
  polls.map((poll) =>
    poll.id === changed.id
      ? { ...poll, ...changed, mayVote: poll.mayVote && changed.state === 'open' }
      : poll,
  );

/** After the own ballot was recorded. */
export const withReceipt = (polls: Polls, receipt: Receipt): MyPoll[] =>
  polls.map((poll) =>
    poll.id === receipt.pollId ? { ...poll, mayVote: false, myReceipt: receipt } : poll,
  );

/** After an act on a poll, with what the server answered. */
export const withAnswer = (polls: Polls, answer: MyPoll): MyPoll[] =>
  polls.some(({ id }) => id === answer.id)
    ? polls.map((poll) => (poll.id === answer.id ? answer : poll))
    : [...polls, answer];

/** Whether a notice tells of something that only the server can complete: a poll that was not open here. */
export function isNews(polls: Polls, changed: Poll): boolean {
  const known = polls.find(({ id }) => id === changed.id);
  return known === undefined || (changed.state === 'open' && known.state !== 'open');
}
