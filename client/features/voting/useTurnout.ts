import { rollChanged } from '../../../models/contracts/attendance.ts';
import { getTurnout, turnoutChanged } from '../../../models/contracts/voting-acts.ts';
import { type MyPoll, pollChanged, pollProgress } from '../../../models/contracts/voting.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

/** In a large body ballots come by the dozen; the list of names is read anew this often at most. */
const atMostEveryMs = 1000;

/** Who can vote, is ready and has voted; never how. For those who run the vote. */
export function useTurnout({ meetingId, id: pollId }: Pick<MyPoll, 'meetingId' | 'id'>) {
  const { query, refresh } = useFollowedRoute(meetingId, getTurnout, {
    params: { meetingId, pollId },
  });
  useNotice(turnoutChanged, (change) => {
    if (change.meetingId === meetingId) refresh(atMostEveryMs);
  });
  // Who arrives may be put on the roll of an open poll.
  useNotice(rollChanged, (change) => {
    if (change.meetingId === meetingId) refresh(atMostEveryMs);
  });
  useNotice(pollProgress, (progress) => {
    if (progress.pollId === pollId) refresh(atMostEveryMs);
  });
  useNotice(pollChanged, ({ id }) => {
    if (id === pollId) refresh();
  });
  return query;
}
