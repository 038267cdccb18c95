import { getRecordingNow, recordingNow } from '../../../models/contracts/recordings.ts';
import type { Id } from '../../../models/ids.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

interface RecordingNow {
  /** Since when the meeting is being recorded; null when it is not. */
  since: string | null;
  /** Nothing is written before the first sound or picture comes. */
  waiting: boolean;
}

/** Whether the meeting is being recorded; undefined while that is unknown. */
export function useRecordingNow(meetingId: Id): RecordingNow | undefined {
  const { query, take } = useFollowedRoute(meetingId, getRecordingNow, { params: { meetingId } });
  useNotice(recordingNow, (change) => {
    const { meetingId: _of, ...now } = change;
    take(change, () => now);
  });
  return query.data;
}
