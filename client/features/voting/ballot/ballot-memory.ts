import { z } from 'zod';
import { Marks } from '../../../../models/contracts/ballots.ts';
import { Id } from '../../../../models/ids.ts';

const Kept = z.object({
  marks: Marks,
  /** Of the ballot that was sent and not answered yet; null while it is only marked. */
  requestId: Id.nullable(),
  /** Place in the ledger of the ballot that this one is to change; null for the first one. */
  replaces: z.number().int().nullable(),
});
/** What a person has marked for a voter in a poll, and whether it is on its way. */
export type Kept = z.infer<typeof Kept>;

export interface BallotMemory {
  recall(): Kept | null;
  keep(kept: Kept): void;
  forget(): void;
}

/** Whose ballot it is, by whose hand. */
export interface BallotKey {
  personId: Id;
  pollId: Id;
  /** The person, or whoever gave them a delegation. */
  voterId: Id;
}

/**
 * Keeps a half-filled or unanswered ballot over a reload of this tab, for one person, poll and voter.
 * @param storage gives sessionStorage, which ends with the tab; it throws where the browser keeps nothing
 */
export function ballotMemory(
  { personId, pollId, voterId }: BallotKey,
  storage: () => Storage,
): BallotMemory {
  const key = `nghi-truong.ballot.${personId}.${pollId}.${voterId}`;
  return {
    recall() {
      try {
        return Kept.safeParse(JSON.parse(storage().getItem(key) ?? 'null')).data ?? null;
      } catch {
        return null;
      }
    },
    keep(kept) {
      try {
        storage().setItem(key, JSON.stringify(kept));
      } catch {
        // Without storage the ballot works the same, it only does not outlive a reload.
      }
    },
    forget() {
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was kept either.
      }
    },
  };
}
