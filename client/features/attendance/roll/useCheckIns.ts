import {
  type CheckIns,
  checkInsChanged,
  getCheckIns,
} from '../../../../models/contracts/attendance.ts';
import { meetingChanged } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { useFollowedRoute } from '../../../realtime/useFollowed.ts';

/** When the roll of a meeting is taken, as it changes. */
export function useCheckIns(meetingId: Id): CheckIns | undefined {
  const { query, take, refresh } = useFollowedRoute(meetingId, getCheckIns, {
    params: { meetingId },
  });
  useNotice(checkInsChanged, (change) => take(change, () => change));
  useNotice(meetingChanged, (change) => {
    // The times run from the opening.
    if (change.meetingId === meetingId && change.state !== query.data?.state) refresh();
  });
  return query.data;
}
