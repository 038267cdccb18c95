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
 * Takes over what a notice says. What only the caller sees, their votes and receipts, a notice does not carry: it
 * stays as it was. Nor does the result that those who run polls see before it is announced.
 */
export const withPoll = (polls: Polls, changed: Poll): MyPoll[] =>
  polls.map((poll) => {
    if (poll.id !== changed.id) return poll;
    const isStillHidden = poll.state === 'closed' && waitsForWord(changed);
    return { ...poll, ...changed, ...(isStillHidden && { verdict: poll.verdict }) };
  });

/** Closed, and to be announced before everyone sees how it went. */
export const waitsForWord = ({ state, verdict, reveal, announcedAt }: Poll): boolean =>
  state === 'closed' && reveal === 'announcing' && announcedAt === null && verdict === null;

/** Open, and a vote that the caller may give has not been given. */
export const waitsForMe = ({ state, votes }: MyPoll): boolean =>
  state === 'open' && votes.some(({ receipt }) => receipt === null);

/** After a ballot of the caller was recorded; of a ballot and its changes the last counts, in whatever order they are heard. */
export const withReceipt = (polls: Polls, receipt: Receipt): MyPoll[] =>
  polls.map((poll) =>
    poll.id === receipt.pollId
      ? {
          ...poll,
          votes: poll.votes.map((vote) =>
            vote.voterId === receipt.voterId && receipt.sequence > (vote.receipt?.sequence ?? 0)
              ? { ...vote, receipt }
              : vote,
          ),
        }
      : poll,
  );

/** After an act on a poll, with what the server answered. */
export const withAnswer = (polls: Polls, answer: MyPoll): MyPoll[] =>
  polls.some(({ id }) => id === answer.id)
    ? polls.map((poll) => (poll.id === answer.id ? answer : poll))
    : [...polls, answer];

/**
 * Whether a notice tells of something that only the server can complete: a poll that was not open here, a roll on
 * which the caller may stand now, a result that only those who run polls see already.
 */
export function isNews(polls: Polls, changed: Poll, runs: boolean): boolean {
  const known = polls.find(({ id }) => id === changed.id);
  if (known === undefined) return true;
  if (changed.state === 'open') {
    const hasOwnVote = known.votes.some(({ onBehalf }) => !onBehalf);
    return known.state !== 'open' || (!hasOwnVote && changed.voters !== known.voters);
  }
  return runs && known.state === 'open' && waitsForWord(changed);
}
