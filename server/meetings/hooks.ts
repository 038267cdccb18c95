import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';

/**
 * Takes part in the transaction of an act on a meeting, and may forbid the act with an AppError. What it returns, if
 * anything, runs after the commit.
 */
export type PartOfAct = (tx: Db, meetingId: Id) => Promise<void | (() => void)>;

/** The parts that other capabilities have in one kind of act. */
export class ActHooks {
  readonly #parts: PartOfAct[] = [];

  add(part: PartOfAct): void {
    this.#parts.push(part);
  }

  /** For one act; `committed` does nothing for a repeated request, for which `run` was not called. */
  begin(): RunningHooks {
    const after: (() => void)[] = [];
    return {
      run: async (tx, meetingId) => {
        for (const part of this.#parts) {
          const then = await part(tx, meetingId);
          if (typeof then === 'function') after.push(then);
        }
      },
      committed: () => {
        for (const then of after) then();
      },
    };
  }
}

export interface RunningHooks {
  run(tx: Db, meetingId: Id): Promise<void>;
  committed(): void;
}
