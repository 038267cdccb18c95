import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { pollQuorum } from './poll-quorum.ts';

const withQuorum = (numerator: number, denominator: number) => ({
  ruleSet: { ...peoplesCommitteeRules, version: 1, quorum: { numerator, denominator } },
});

it('[quorum] is that of the rules of the poll, not of its body', () => {
  const now = { members: 21, present: 13 };
  expect(pollQuorum(withQuorum(2, 3), now)).toEqual({ ...now, needed: 14, reached: false });
  expect(pollQuorum(withQuorum(1, 2), now)).toEqual({ ...now, needed: 11, reached: true });
});

it('[quorum] is reached with exactly as many as are needed', () => {
  const heads = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(heads, heads, heads, (members, a, b) => {
      const poll = withQuorum(Math.min(a, b), Math.max(a, b));
      const { needed } = pollQuorum(poll, { members, present: 0 });
      expect(pollQuorum(poll, { members, present: needed }).reached).toBe(true);
      expect(pollQuorum(poll, { members, present: needed - 1 }).reached).toBe(false);
    }),
  );
});
