import { useQueryClient } from '@tanstack/react-query';
import { listRecordings, recordingChanged } from '../../../models/contracts/recordings.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';

/** The recordings of a meeting, read again whenever one changes. */
export function useRecordings(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const refresh = () => refreshRoute(client, listRecordings, input);
  useFollowMeeting(meetingId);
  useNotice(recordingChanged, (change) => {
    if (change.meetingId === meetingId) refresh();
  });
  useRestored(refresh);
  return useQueryRoute(listRecordings, input);
}
