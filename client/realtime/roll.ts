import { getRoll, rollChanged } from '../../models/contracts/attendance.ts';
import type { Id } from '../../models/ids.ts';
import { useNotice } from './provider.tsx';
import { withChanges } from './roll-changes.ts';
import { useFollowedRoute } from './useFollowed.ts';

interface RollOptions {
  /** Reads the roll again after changes, for those who may see how they came about. */
  withEvidence?: boolean;
}

/** While a hall comes in, evidence is read once a moment and not for each person; milliseconds. */
const evidenceAfterMs = 500;

/** The roll of a meeting, kept as it changes. */
export function useRoll(meetingId: Id, { withEvidence = false }: RollOptions = {}) {
  const { query, take, refresh } = useFollowedRoute(meetingId, getRoll, { params: { meetingId } });
  useNotice(rollChanged, (change) => {
    take(change, (roll) => withChanges(roll, change));
    if (withEvidence && change.meetingId === meetingId) refresh(evidenceAfterMs);
  });
  return query;
}
