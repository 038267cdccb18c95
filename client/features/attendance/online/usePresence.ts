import { getMyPresence, presenceChanged } from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { useFollowedRoute } from '../../../realtime/useFollowed.ts';
import { rollChanged } from '../../../../models/contracts/attendance.ts';
import { useMe } from '../../../realtime/session.tsx';

/** Whether the own face can be used here, and when the person is asked; read anew when the roll has them otherwise. */
export function usePresence(meetingId: Id) {
  const { personId } = useMe();
  const { query, refresh } = useFollowedRoute(meetingId, getMyPresence, { params: { meetingId } });
  useNotice(rollChanged, (change) => {
    const isMine = change.entries.some((entry) => entry.personId === personId);
    if (change.meetingId === meetingId && isMine) refresh();
  });
  useNotice(presenceChanged, (change) => {
    if (change.meetingId === meetingId && change.personId === personId) refresh();
  });
  return { presence: query.data, refresh };
}
