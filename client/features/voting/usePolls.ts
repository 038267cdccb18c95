import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  type MyPoll,
  listPolls,
  pollChanged,
  pollProgress,
} from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { hearOtherTabs } from './other-tabs.ts';
import { isNews, withPoll, withProgress } from './polls.ts';

interface Kept {
  items: MyPoll[];
}

/** The polls of a meeting as the caller sees them, kept as they change. */
export function usePolls(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const polls = useQueryRoute(listPolls, input);
  const refresh = () => refreshRoute(client, listPolls, input);
  const update = (change: (items: MyPoll[]) => MyPoll[]) =>
    client.setQueryData<Kept>(routeKey(listPolls, input), (kept) =>
      kept ? { items: change(kept.items) } : kept,
    );

  useFollowMeeting(meetingId);
  useNotice(pollChanged, (poll) => {
    if (poll.meetingId !== meetingId) return;
    if (isNews(polls.data?.items ?? [], poll)) refresh();
    else update((items) => withPoll(items, poll));
  });
  useNotice(pollProgress, (progress) => {
    if (progress.meetingId === meetingId) update((items) => withProgress(items, progress));
  });
  useRestored(refresh);
  useEffect(
    () => hearOtherTabs(() => refreshRoute(client, listPolls, { params: { meetingId } })),
    [client, meetingId],
  );
  return polls;
}
