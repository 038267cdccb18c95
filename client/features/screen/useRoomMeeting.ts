import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Roll,
  getRoll,
  listRoomMeetings,
  rollChanged,
} from '../../../models/contracts/attendance.ts';
import { getMeeting, meetingChanged } from '../../../models/contracts/meetings.ts';
import { listPolls, pollChanged, pollProgress } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, routeQuery } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { meetingFor } from './stage.ts';

/** Nobody reloads a screen on a wall: whatever a lost notice would have said, it learns by asking. */
const askEveryMs = 10_000;

/** The meeting of the room that the device stands in; null while there is none, undefined while unknown. */
export function useRoomMeeting() {
  const { data } = useQuery({
    ...routeQuery(listRoomMeetings),
    refetchInterval: askEveryMs,
    refetchIntervalInBackground: true,
  });
  return data && (meetingFor(data.items) ?? null);
}

type Polls = { items: { id: Id; cast: number; voters: number }[] };

/** All that a screen shows of a meeting, kept as it changes. */
export function useMeetingNow(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const always = { refetchInterval: askEveryMs, refetchIntervalInBackground: true };
  useFollowMeeting(meetingId);
  useNotice(meetingChanged, () => {
    refreshRoute(client, getMeeting, input);
    refreshRoute(client, listRoomMeetings);
  });
  useNotice(rollChanged, ({ entry, quorum }) =>
    client.setQueryData<Roll>(
      routeKey(getRoll, input),
      (roll) =>
        roll && {
          ...roll,
          quorum,
          entries: roll.entries.map((one) => (one.personId === entry.personId ? entry : one)),
        },
    ),
  );
  useNotice(pollChanged, () => refreshRoute(client, listPolls, input));
  useNotice(pollProgress, ({ pollId, cast, voters }) =>
    client.setQueryData<Polls>(
      routeKey(listPolls, input),
      (polls) =>
        polls && {
          items: polls.items.map((poll) => (poll.id === pollId ? { ...poll, cast, voters } : poll)),
        },
    ),
  );
  useRestored(() => {
    refreshRoute(client, listRoomMeetings);
    refreshRoute(client, getMeeting, input);
    refreshRoute(client, getRoll, input);
    refreshRoute(client, listPolls, input);
  });
  return {
    meeting: useQuery({ ...routeQuery(getMeeting, input), ...always }).data,
    roll: useQuery({ ...routeQuery(getRoll, input), ...always }).data,
    polls: useQuery({ ...routeQuery(listPolls, input), ...always }).data?.items ?? [],
  };
}
