import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { type MyPoll, pollStates } from '../../../../models/contracts/voting.ts';
import { beforeWhich, decidedOf, orderAfter, preparedOf } from './order.ts';

const poll = (id: string, state: MyPoll['state'], openedAt: string | null = null): MyPoll => ({
  id,
  meetingId: 'm',
  agendaItemId: null,
  number: 1,
  revision: 0,
  question: id,
  paper: { kind: 'motion' },
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  state,
  ruleSet: { ...peoplesCommitteeRules, version: 1 },
  ownRulesReason: null,
  openedAt,
  endsAt: null,
  closedAt: null,
  announcedAt: null,
  voidReason: null,
  voters: 0,
  cast: 0,
  verdict: null,
  ballots: null,
  votes: [],
});

const polls = [
  poll('a', 'closed', '2026-11-22T01:00:00Z'),
  poll('b', 'draft'),
  poll('c', 'void', '2026-11-22T02:00:00Z'),
  poll('d', 'draft'),
  poll('e', 'draft'),
];

describe('the order of polls', () => {
  it('[order] those that were held keep their places while the others move', () => {
    expect(orderAfter(polls, 'e', 'b')).toEqual(['a', 'e', 'c', 'b', 'd']);
    expect(orderAfter(polls, 'b', null)).toEqual(['a', 'd', 'c', 'e', 'b']);
  });

  it('[order] nothing is asked of the server where nothing changes', () => {
    expect(orderAfter(polls, 'b', 'd')).toBeUndefined();
    expect(orderAfter(polls, 'e', null)).toBeUndefined();
    expect(orderAfter(polls, 'a', 'b')).toBeUndefined();
  });

  it('[order] one place up or down, and not past the ends', () => {
    expect(beforeWhich(polls, 'b', 'up')).toBeUndefined();
    expect(beforeWhich(polls, 'd', 'up')).toBe('b');
    expect(beforeWhich(polls, 'b', 'down')).toBe('e');
    expect(beforeWhich(polls, 'd', 'down')).toBeNull();
    expect(beforeWhich(polls, 'e', 'down')).toBeUndefined();
  });

  it('[order] every move names each poll exactly once', () => {
    const some = fc.array(fc.constantFrom(...pollStates), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(some, fc.nat(11), fc.nat(12), (states, from, to) => {
        const all = states.map((state, at) => poll(String(at), state));
        const prepared = preparedOf(all);
        const moved = prepared[from % Math.max(1, prepared.length)];
        if (moved === undefined) return;
        const order = orderAfter(all, moved.id, prepared[to]?.id ?? null);
        if (order !== undefined)
          expect(order.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('[list] the poll that was held last comes first', () => {
    expect(decidedOf(polls).map(({ id }) => id)).toEqual(['c', 'a']);
  });
});
