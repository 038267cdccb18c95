import { useEffect } from 'react';
import { listPolls, pollChanged, pollProgress } from '../../../models/contracts/voting.ts';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { withProgress } from '../../realtime/poll-progress.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';
import { hearOtherTabs } from './other-tabs.ts';
import { isNews, withPoll } from './polls.ts';

/** The polls of a meeting as the caller sees them, kept as they change. */
export function usePolls(meetingId: Id) {
  const input = { params: { meetingId } };
  const { query, take, refresh } = useFollowedRoute(meetingId, listPolls, input);
  const runs = useRuns(useQueryRoute(getMeeting, input).data);
  useNotice(pollChanged, (poll) =>
    take(poll, ({ items }) =>
      isNews(items, poll, runs) ? 'missed' : { items: withPoll(items, poll) },
    ),
  );
  useNotice(pollProgress, (progress) =>
    take(progress, ({ items }) => ({ items: withProgress(items, progress) })),
  );
  useEffect(() => hearOtherTabs(() => refresh()), [refresh]);
  return query;
}
