import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getRoll } from '../../../models/contracts/attendance.ts';
import { listRoomMeetings } from '../../../models/contracts/kiosk.ts';
import { getFloor } from '../../../models/contracts/floor.ts';
import { getMeeting, meetingChanged } from '../../../models/contracts/meetings.ts';
import { listPolls, pollChanged, pollProgress } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { useFloor } from '../../realtime/floor.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import { withProgress } from '../../realtime/poll-progress.ts';
import { useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeQuery } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { useRoll } from '../../realtime/roll.ts';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';
import { meetingFor } from './stage.ts';

/** Nobody reloads a device of a room: whatever a lost notice would have said, it learns by asking. */
const askEveryMs = 10_000;

/** The meeting of the room that the device stands in; null while there is none, undefined while unknown. */
export function useRoomMeeting() {
  const client = useQueryClient();
  const refresh = () => refreshRoute(client, listRoomMeetings);
  useNotice(meetingChanged, refresh);
  useRestored(refresh);
  const { data } = useQuery({
    ...routeQuery(listRoomMeetings),
    refetchInterval: askEveryMs,
    refetchIntervalInBackground: true,
  });
  return data && (meetingFor(data.items) ?? null);
}

/** All that a screen shows of a meeting, kept as it changes. */
export function useMeetingNow(meetingId: Id) {
  const client = useQueryClient();
  useEffect(() => {
    const input = { params: { meetingId } };
    const timer = setInterval(() => {
      for (const route of [getMeeting, getRoll, getFloor]) refreshRoute(client, route, input);
      refreshRoute(client, listPolls, input);
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [client, meetingId]);
  const floor = useFloor(meetingId);
  return {
    meeting: useMeeting(meetingId).data,
    roll: useRoll(meetingId).data,
    polls: useScreenPolls(meetingId),
    speech: floor?.entries.find(({ state }) => state === 'speaking') ?? null,
  };
}

function useScreenPolls(meetingId: Id) {
  const { query, take } = useFollowedRoute(meetingId, listPolls, { params: { meetingId } });
  useNotice(pollChanged, (poll) => take(poll, () => 'missed'));
  useNotice(pollProgress, (progress) =>
    take(progress, ({ items }) => ({ items: withProgress(items, progress) })),
  );
  return query.data?.items ?? [];
}
