import { z } from 'zod';
import { Choice } from '../../../models/contracts/voting.ts';
import { Id } from '../../../models/ids.ts';

const Kept = z.object({
  choice: Choice,
  /** Of the ballot that was sent and not answered yet; null while it is only chosen. */
  requestId: Id.nullable(),
});
/** What a person has chosen in a poll, and whether it is on its way. */
export type Kept = z.infer<typeof Kept>;

export interface BallotMemory {
  recall(): Kept | null;
  keep(kept: Kept): void;
  forget(): void;
}

/**
 * Keeps a half-filled or unanswered ballot over a reload of this tab, for one person and poll.
 * @param storage gives sessionStorage, which ends with the tab; it throws where the browser keeps nothing
 */
export function ballotMemory(personId: Id, pollId: Id, storage: () => Storage): BallotMemory {
  const key = `nghi-truong.ballot.${personId}.${pollId}`;
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
