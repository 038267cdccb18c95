import { listRecordings, recordingChanged } from '../../../models/contracts/recordings.ts';
import type { Id } from '../../../models/ids.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

/** The recordings of a meeting, read again whenever one changes. */
export function useRecordings(meetingId: Id) {
  const { query, take } = useFollowedRoute(meetingId, listRecordings, { params: { meetingId } });
  useNotice(recordingChanged, (change) => take(change, () => 'missed'));
  return query;
}
