import { electionChanged, getElection } from '../../models/contracts/elections.ts';
import { type MyPoll, pollChanged } from '../../models/contracts/voting.ts';
import { useNotice } from './provider.tsx';
import { useFollowedRoute } from './useFollowed.ts';

interface ElectionOptions {
  /** Reads again at most this much later, in milliseconds; where a whole hall listens, not all at the same moment. */
  withinMs?: number;
}

/** The election of a poll with trustees as the caller sees it, kept as it changes. */
export function useElection(
  { meetingId, id: pollId }: Pick<MyPoll, 'meetingId' | 'id'>,
  { withinMs = 300 }: ElectionOptions = {},
) {
  const { query, refresh } = useFollowedRoute(meetingId, getElection, {
    params: { meetingId, pollId },
  });
  useNotice(electionChanged, (change) => {
    if (change.pollId === pollId) refresh(1 + Math.random() * withinMs);
  });
  useNotice(pollChanged, ({ id }) => {
    if (id === pollId) refresh(1 + Math.random() * withinMs);
  });
  return query;
}
