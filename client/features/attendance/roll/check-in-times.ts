import type { CheckIns } from '../../../../models/contracts/attendance.ts';

/** Not yet · taken now · no more. */
export type CheckInPhase = 'early' | 'open' | 'closed';

/** Whether the roll is taken at a moment: by the secretary's hand, else by the times; the server decides the same way. */
export function phaseOf(checkIns: CheckIns, now: number): CheckInPhase {
  const { state, opensAt, closesAt, byHand } = checkIns;
  if (state !== 'planned' && state !== 'open') return 'closed';
  if (byHand !== null) return byHand;
  if (state === 'planned' && now < Date.parse(opensAt)) return 'early';
  return closesAt !== null && now > Date.parse(closesAt) ? 'closed' : 'open';
}
