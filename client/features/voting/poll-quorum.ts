import type { Quorum } from '../../../models/contracts/attendance.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { quorumNeeded } from '../../../models/voting/fractions.ts';

/** The quorum of a meeting as a poll has it, whose own rules may ask for more or fewer than those of the body. */
export function pollQuorum(
  { ruleSet }: Pick<MyPoll, 'ruleSet'>,
  { members, present }: Pick<Quorum, 'members' | 'present'>,
): Quorum {
  const needed = quorumNeeded(members, ruleSet.quorum);
  return { members, present, needed, reached: present >= needed };
}
