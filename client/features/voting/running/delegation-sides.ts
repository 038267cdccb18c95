import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Delegation } from '../../../../models/contracts/voting-acts.ts';
import { isPresent } from '../../../../models/presence.ts';

type Delegations = readonly Pick<Delegation, 'from' | 'to'>[];

const members = (entries: readonly RollEntry[]) => entries.filter(({ role }) => role !== 'guest');

/** Members who may let another vote: not present, and nobody votes for them yet. */
export function mayDelegate(entries: readonly RollEntry[], delegations: Delegations): RollEntry[] {
  const given = new Set(delegations.map(({ from }) => from.personId));
  return members(entries).filter(
    ({ state, personId }) => !isPresent(state) && !given.has(personId),
  );
}

/** Members who may vote for another: present, and not for as many as the rules allow; with how many that are now. */
export function mayReceive(
  entries: readonly RollEntry[],
  delegations: Delegations,
  most: number,
): (RollEntry & { holds: number })[] {
  return members(entries)
    .filter(({ state }) => isPresent(state))
    .map((entry) => ({
      ...entry,
      holds: delegations.filter(({ to }) => to.personId === entry.personId).length,
    }))
    .filter(({ holds }) => holds < most);
}
