import type { TrusteeCandidate } from '../../../models/contracts/elections.ts';
import type { TrusteesDraft } from '../../../models/contracts/trustees.ts';
import type { Id } from '../../../models/ids.ts';
import type { Db } from '../../platform/database.ts';
import type { VotingDeps } from '../deps.ts';
import { readSecretariat } from './secretariat-store.ts';

/**
 * Who can keep the key of a verifiable secret poll: participants in the order of seats, then those of the secretariat who do
 * not take part. Not the administrator, who has the server in their hands already.
 */
export async function trusteeCandidates(
  { meetings }: Pick<VotingDeps, 'meetings'>,
  db: Db,
  meetingId: Id,
): Promise<TrusteeCandidate[]> {
  const participants = await meetings.participantsOf(db, meetingId);
  const there = new Set(participants.map(({ personId }) => personId));
  const secretariat = await readSecretariat(db);
  return [
    ...participants.map(({ personId, fullName, office, role }) => ({
      personId,
      fullName,
      office,
      role,
    })),
    ...secretariat
      .filter(({ personId }) => !there.has(personId))
      .map((one) => ({ ...one, role: null })),
  ];
}

/** Different people who can, and no more of them needed than there are. */
export function areTrustees(
  { personIds, needed }: TrusteesDraft,
  candidates: readonly Pick<TrusteeCandidate, 'personId'>[],
): boolean {
  const can = new Set(candidates.map(({ personId }) => personId));
  return (
    new Set(personIds).size === personIds.length &&
    personIds.every((personId) => can.has(personId)) &&
    (needed === null || needed <= personIds.length)
  );
}
