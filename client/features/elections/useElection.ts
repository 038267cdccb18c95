import {
  type MyElection,
  electionChanged,
  getElection,
} from '../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

/**
 * The election of a poll, kept as it changes.
 * @param withinMs how soon after a change it is read again, for what is known: a hall that registers changes it every moment
 */
export function useElection(
  { meetingId, id: pollId }: Pick<MyPoll, 'meetingId' | 'id'>,
  withinMs: (known: MyElection | undefined) => number = () => 0,
) {
  const { query, refresh } = useFollowedRoute(meetingId, getElection, {
    params: { meetingId, pollId },
  });
  useNotice(electionChanged, (change) => {
    if (change.pollId === pollId) refresh(withinMs(query.data));
  });
  return { query, refresh };
}
