import { electionChanged } from '../../../models/contracts/elections.ts';
import {
  ballotRecorded,
  listPolls,
  pollChanged,
  pollDraftsChanged,
  pollProgress,
} from '../../../models/contracts/voting.ts';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { withProgress } from '../../realtime/poll-progress.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';
import { isNews, withPoll, withReceipt } from './polls.ts';

/** The polls of a meeting as the caller sees them, kept as they change. */
export function usePolls(meetingId: Id) {
  const input = { params: { meetingId } };
  const { query, take } = useFollowedRoute(meetingId, listPolls, input);
  const runs = useRuns(useQueryRoute(getMeeting, input).data);
  useNotice(pollChanged, (poll) =>
    take(poll, ({ items }) =>
      isNews(items, poll, runs) ? 'missed' : { items: withPoll(items, poll) },
    ),
  );
  // By someone else who prepares polls too.
  useNotice(pollDraftsChanged, (change) => take(change, () => 'missed'));
  useNotice(pollProgress, (progress) =>
    take(progress, ({ items }) => ({ items: withProgress(items, progress) })),
  );
  // Members see a draft that has trustees, as they have to get ready for it.
  useNotice(electionChanged, (change) =>
    take(change, (kept) => (kept.items.some(({ id }) => id === change.pollId) ? kept : 'missed')),
  );
  // From another tab or device of the same person.
  useNotice(ballotRecorded, (notice) =>
    take(notice, ({ items }) => ({ items: withReceipt(items, notice.receipt) })),
  );
  return query;
}
