import type { Marks } from '../contracts/ballots.ts';
import type { SlipItem } from '../contracts/opinions.ts';
import type { RuleSet } from '../contracts/rules.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { Id } from '../ids.ts';
import type { Recipient } from './slip-acts.ts';
import { verdictOf } from './verdict.ts';

/** What was frozen when the slip was sent. */
export interface SlipBasis {
  items: readonly SlipItem[];
  ruleSet: RuleSet;
  members: number;
  membersWeight: number;
  recipients: readonly Pick<Recipient, 'personId' | 'weight' | 'isChair'>[];
}

export interface CountedAnswer {
  personId: Id;
  answers: readonly { key: number; marks: Marks }[];
}

/**
 * What came of each item. Outside a session nobody is present: those who were asked stand for those who are, for the
 * quorum too, so that a slip that went to too few decides nothing. Majority, tie and silence go by the body's rules,
 * as in session.
 * @param answers the last one of each person counts
 */
export function slipVerdicts(
  { items, ruleSet, members, membersWeight, recipients }: SlipBasis,
  answers: readonly CountedAnswer[],
): { key: number; verdict: Verdict }[] {
  const voters = recipients.map(({ personId, weight, isChair }) => ({
    personId,
    weight,
    isChair,
    castBy: null,
  }));
  return items.map(({ key, paper }) => ({
    key,
    verdict: verdictOf({
      paper,
      binding: true,
      ruleSet,
      members,
      membersWeight,
      present: recipients.length,
      voters,
      ballots: answers.flatMap(({ personId, answers: own }) =>
        own.filter((one) => one.key === key).map(({ marks }) => ({ personId, marks })),
      ),
    }),
  }));
}
