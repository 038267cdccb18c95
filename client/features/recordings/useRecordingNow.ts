import { useQueryClient } from '@tanstack/react-query';
import { getRecordingNow, recordingNow } from '../../../models/contracts/recordings.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';

/** Since when the meeting is being recorded; null when it is not, undefined while that is unknown. */
export function useRecordingNow(meetingId: Id): string | null | undefined {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  useFollowMeeting(meetingId);
  useNotice(recordingNow, ({ meetingId: of, since }) => {
    if (of === meetingId) client.setQueryData(routeKey(getRecordingNow, input), { since });
  });
  useRestored(() => refreshRoute(client, getRecordingNow, input));
  return useQueryRoute(getRecordingNow, input).data?.since;
}
