import { useQueryClient } from '@tanstack/react-query';
import { type Meeting, getMeeting, meetingChanged } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { keepUp } from './kept.ts';
import { readAgainWithin, withMeetingChange } from './meeting-changes.ts';
import { useNotice } from './provider.tsx';
import { routeKey } from './queries.ts';
import { useFollowedRoute } from './useFollowed.ts';

/** A meeting, kept as it changes. */
export function useMeeting(meetingId: Id) {
  const input = { params: { meetingId } };
  const { query, take, refresh } = useFollowedRoute(meetingId, getMeeting, input);
  useNotice(meetingChanged, (change) =>
    take(change, (kept) => {
      const { meeting, stale } = withMeetingChange(kept, change);
      if (stale) refresh(Math.random() * readAgainWithin(kept));
      return meeting;
    }),
  );
  return query;
}

/** Shows what an act on a meeting has made of it at once; for the `onSuccess` of its mutation. */
export function useMeetingAnswer(meetingId: Id): (answer: Meeting) => void {
  const client = useQueryClient();
  const queryKey = routeKey(getMeeting, { params: { meetingId } });
  return (answer) => keepUp<Meeting>(client, queryKey, answer, () => answer);
}
