import type { RuleSet } from '../../../models/contracts/rules.ts';
import type { Id } from '../../../models/ids.ts';
import type { Voter } from '../../../models/voting/acts.ts';
import type { Db } from '../../platform/database.ts';
import { readDelegations } from './delegations-store.ts';
import type { VotingDeps } from '../deps.ts';
import { delegationsInForce } from '../rules.ts';
import type { PollRow } from '../store.ts';

export interface Roll {
  voters: Voter[];
  /** Members who are present: heads, without those who are on the roll by delegation only. */
  present: number;
}

type Person = Awaited<ReturnType<VotingDeps['attendance']['votersOf']>>[number];

/** Weights count where the rules weigh votes and the poll binds; else each has one. */
export function voterOf(
  person: Person,
  castBy: Id | null,
  { binding }: Pick<PollRow, 'binding'>,
  { weighted }: Pick<RuleSet, 'weighted'>,
): Voter {
  const { personId, fullName, office, isChair, position } = person;
  const weight = weighted && binding ? person.weight : 1;
  return { personId, fullName, office, isChair, position, weight, castBy };
}

/**
 * Who would be on the roll of a poll that opened now: members who are present and those who let one of them vote; in a
 * poll that binds nobody everyone who is present, guests too, each with one vote.
 */
export async function rollNow(
  { attendance }: Pick<VotingDeps, 'attendance'>,
  db: Db,
  poll: Pick<PollRow, 'meetingId' | 'binding'>,
  ruleSet: Pick<RuleSet, 'weighted' | 'delegationsEach'>,
): Promise<Roll> {
  const people = await attendance.votersOf(db, poll.meetingId);
  const members = people.filter(({ isMember }) => isMember);
  const present = new Set(
    members.filter(({ isPresent }) => isPresent).map(({ personId }) => personId),
  );
  if (!poll.binding) {
    const asked = people.filter(({ isPresent }) => isPresent);
    return {
      voters: asked.map((one) => voterOf(one, null, poll, ruleSet)),
      present: present.size,
    };
  }
  const all = await readDelegations(db, poll.meetingId);
  const inForce = delegationsInForce(all, present, ruleSet.delegationsEach);
  const casters = new Map(inForce.map(({ from, to }) => [from, to]));
  const voters = members
    .filter(({ personId }) => present.has(personId) || casters.has(personId))
    .map((one) => voterOf(one, casters.get(one.personId) ?? null, poll, ruleSet));
  return { voters, present: present.size };
}
