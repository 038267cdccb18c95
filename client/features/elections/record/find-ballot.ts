import type { ListedBallot, Report } from '../../../../models/belenios/archive/report.ts';
import { readTracker } from '../../../../models/voting/receipt-link.ts';

/**
 * - `untyped`: what was typed is no tracking number
 * - `missing`: the record has no such ballot
 * - `replaced`: it has, and a later one of the same credential, which counts
 * - `counts`: it has, and it counts, or will as things stand
 */
export type Search =
  | { found: 'untyped' }
  | { found: 'missing' }
  | { found: 'replaced'; ballot: ListedBallot; by: string }
  | { found: 'counts'; ballot: ListedBallot };

/** Looks for a ballot by its tracking number as someone typed it. */
export function findBallot({ ballots }: Pick<Report, 'ballots'>, typed: string): Search {
  const tracker = readTracker(typed);
  if (tracker === null) return { found: 'untyped' };
  const ballot = ballots.find((one) => one.tracker === tracker);
  if (ballot === undefined) return { found: 'missing' };
  const { replacedBy } = ballot;
  return replacedBy === null
    ? { found: 'counts', ballot }
    : { found: 'replaced', ballot, by: replacedBy };
}
