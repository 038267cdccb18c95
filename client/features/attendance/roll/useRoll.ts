import { useQueryClient } from '@tanstack/react-query';
import { type Roll, getRoll, rollChanged } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../../realtime/provider.tsx';
import { routeKey, useQueryRoute } from '../../../realtime/queries.ts';
import { refreshRoute } from '../../../realtime/refresh.ts';
import { withChange } from './roll-rules.ts';

interface RollOptions {
  /** Reads the roll again after each change, for those who may see how it came about. */
  withEvidence?: boolean;
}

/** The roll of a meeting, kept as it changes. */
export function useRoll(meetingId: Id, { withEvidence = false }: RollOptions = {}) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const refresh = () => refreshRoute(client, getRoll, input);
  useFollowMeeting(meetingId);
  useNotice(rollChanged, (change) => {
    if (change.meetingId !== meetingId) return;
    client.setQueryData<Roll>(routeKey(getRoll, input), (roll) => roll && withChange(roll, change));
    if (withEvidence) refresh();
  });
  useRestored(refresh);
  return useQueryRoute(getRoll, input);
}
