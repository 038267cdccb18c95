import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Roll, getRoll, rollChanged } from '../../models/contracts/attendance.ts';
import type { Id } from '../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from './provider.tsx';
import { routeKey, useQueryRoute } from './queries.ts';
import { refreshRoute } from './refresh.ts';
import { withChanges } from './roll-changes.ts';

interface RollOptions {
  /** Reads the roll again after changes, for those who may see how they came about. */
  withEvidence?: boolean;
}

/** While a hall comes in, evidence is read once a moment and not for each person; milliseconds. */
const evidenceAfterMs = 500;

/** The roll of a meeting, kept as it changes. */
export function useRoll(meetingId: Id, { withEvidence = false }: RollOptions = {}) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const refresh = () => refreshRoute(client, getRoll, input);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useFollowMeeting(meetingId);
  useNotice(rollChanged, (change) => {
    if (change.meetingId !== meetingId) return;
    client.setQueryData<Roll>(
      routeKey(getRoll, input),
      (roll) => roll && withChanges(roll, change),
    );
    if (!withEvidence || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, evidenceAfterMs);
  });
  useRestored(refresh);
  return useQueryRoute(getRoll, input);
}
