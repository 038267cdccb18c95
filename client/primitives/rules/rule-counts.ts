import type { RuleSetDraft } from '../../../models/contracts/rules.ts';
import { quorumNeeded, votesNeeded } from '../../../models/voting/fractions.ts';

/** What a rule set means for a body of `members`; null where the most votes decide. */
export function countsOf(members: number, rules: RuleSetDraft) {
  const quorum = quorumNeeded(members, rules.quorum);
  return {
    quorum,
    /** Of all members. */
    ofAll: votesNeeded(members, rules.threshold),
    /** With just enough present. */
    ofQuorum: votesNeeded(quorum, rules.threshold),
  };
}
