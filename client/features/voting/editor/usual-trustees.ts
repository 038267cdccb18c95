import type { TrusteeCandidate } from '../../../../models/contracts/elections.ts';
import type { Id } from '../../../../models/ids.ts';

const usualCount = 3;

/** Chair, whoever prepares the poll where they can be one, then members in the order of the meeting. */
export function usualTrustees(
  candidates: readonly Pick<TrusteeCandidate, 'personId' | 'role'>[],
  preparerId: Id,
): Id[] {
  const place = ({ personId, role }: (typeof candidates)[number]) => {
    if (role === 'chair') return 0;
    if (personId === preparerId) return 1;
    return role === 'member' ? 2 : 3;
  };
  return candidates
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, usualCount)
    .map(({ personId }) => personId);
}

/** The smallest majority: some may be missing, and no minority opens anything. */
export const usualNeeded = (count: number): number => Math.max(2, Math.floor(count / 2) + 1);
