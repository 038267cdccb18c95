import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingStates } from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { pollStates, reveals } from '../../models/contracts/voting.ts';
import type { VerdictOf } from '../../models/contracts/verdict.ts';
import {
  delegationsInForce,
  isOrderOf,
  isRevealed,
  mayAnnounce,
  mayCast,
  mayClose,
  mayOpen,
  mayPrepare,
  mayRepeat,
  mayReveal,
  mayUpdate,
  mayVoid,
  paperAgain,
} from './rules.ts';

const committee = { ...peoplesCommitteeRules, version: 1 };

const shownOf = (secrecy: 'open' | 'secret') =>
  reveals.filter((reveal) => mayReveal({ secrecy, reveal }));

describe('what may be done with a poll', () => {
  const opening = {
    state: 'draft' as const,
    revision: 2,
    seen: 2,
    meeting: 'open' as const,
    anotherOpen: false,
    binding: true,
    quorumReached: true,
    ruleSet: committee,
  };

  it('[V27] a draft opens in an open meeting, alone, with a quorum where it binds', () => {
    expect(mayOpen(opening)).toBeNull();
    expect(mayOpen({ ...opening, anotherOpen: true })).toBe('another_poll_open');
    const few = { ...opening, quorumReached: false };
    expect(mayOpen(few)).toBe('no_quorum');
    expect(mayOpen({ ...few, binding: false })).toBeNull();
    const ruleSet = { ...committee, quorumGatesOpening: false };
    expect(mayOpen({ ...few, ruleSet })).toBeNull();
    const meetings = meetingStates.filter((meeting) => mayOpen({ ...opening, meeting }) === null);
    expect(meetings).toEqual(['open']);
    const states = pollStates.filter((state) => mayOpen({ ...opening, state }) === null);
    expect(states).toEqual(['draft']);
  });

  it('[V195] only the draft that was seen opens; one that is open says so first', () => {
    expect(mayOpen({ ...opening, seen: 1 })).toBe('conflict');
    expect(mayOpen({ ...opening, seen: 3 })).toBe('conflict');
    expect(mayOpen({ ...opening, seen: 1, quorumReached: false })).toBe('conflict');
    expect(mayOpen({ ...opening, seen: 1, state: 'open' })).toBe('poll_state');
  });

  const casting = {
    state: 'open' as const,
    endsAt: null,
    now: '2026-03-02T01:00:00.000Z',
    onRoll: true,
    hasVoted: false,
    changes: 0,
    mayChange: false,
  };

  it('[V28] those on the roll vote once, while it is open', () => {
    expect(mayCast(casting)).toBeNull();
    expect(mayCast({ ...casting, onRoll: false })).toBe('not_on_voter_roll');
    expect(mayCast({ ...casting, hasVoted: true })).toBe('already_voted');
    const states = pollStates.filter((state) => mayCast({ ...casting, state }) === null);
    expect(states).toEqual(['open']);
  });

  it('[V33] a vote is changed where the rules allow it, but not without end', () => {
    const voted = { ...casting, hasVoted: true, mayChange: true };
    expect(mayCast(voted)).toBeNull();
    expect(mayCast({ ...voted, changes: 49 })).toBeNull();
    expect(mayCast({ ...voted, changes: 50 })).toBe('too_many_changes');
  });

  it('[V34] at its end, to the millisecond, nobody votes any more', () => {
    expect(mayCast({ ...casting, endsAt: '2026-03-02T01:00:00.001Z' })).toBeNull();
    expect(mayCast({ ...casting, endsAt: '2026-03-02T01:00:00.000Z' })).toBe('poll_not_open');
    expect(mayCast({ ...casting, endsAt: '2026-03-02T00:59:59.999Z' })).toBe('poll_not_open');
  });

  it('[V29] drafts change, open polls close, and any poll but a void one can be declared void', () => {
    const states = pollStates.filter((state) => mayUpdate({ state, revision: 2 }, 2) === null);
    expect(states).toEqual(['draft']);
    expect(pollStates.filter((state) => mayClose(state) === null)).toEqual(['open']);
    const voidable = pollStates.filter((state) => mayVoid(state) === null);
    expect(voidable).toEqual(['draft', 'open', 'closed']);
    expect(pollStates.filter((state) => mayRepeat(state) === null)).toEqual(['closed', 'void']);
    const preparing = meetingStates.filter((state) => mayPrepare(state) === null);
    expect(preparing).toEqual(['planned', 'open']);
  });

  it('[V35] a count that grows is never shown of a secret poll', () => {
    expect(shownOf('open')).toEqual([...reveals]);
    expect(shownOf('secret')).toEqual(['closing', 'announcing']);
  });

  it('[V36] a result that waits for its announcement is seen from then on, and announced once', () => {
    const at = '2026-03-02T01:00:00.000Z';
    const ended = { state: 'closed' as const, closedAt: at, announcedAt: null };
    expect(isRevealed({ ...ended, reveal: 'closing' })).toBe(true);
    expect(isRevealed({ ...ended, reveal: 'announcing' })).toBe(false);
    expect(isRevealed({ ...ended, reveal: 'announcing', announcedAt: at })).toBe(true);
    expect(isRevealed({ ...ended, reveal: 'live', closedAt: null })).toBe(false);
    const waiting = { ...ended, reveal: 'announcing' as const };
    expect(mayAnnounce(waiting)).toBeNull();
    expect(mayAnnounce({ ...waiting, announcedAt: at })).toBe('poll_state');
    expect(mayAnnounce({ ...waiting, state: 'void' })).toBe('poll_state');
    expect(mayAnnounce({ ...waiting, reveal: 'closing' })).toBe('poll_state');
  });

  it('[V37] an order names each poll exactly once', () => {
    expect(isOrderOf(['b', 'a'], ['a', 'b'])).toBe(true);
    expect(isOrderOf([], [])).toBe(true);
    for (const wrong of [['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'c']])
      expect(isOrderOf(wrong, ['a', 'b'])).toBe(false);
  });
});

describe('delegations at opening', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const person = fc.constantFrom(...people);
  const cases = fc.record({
    delegations: fc.array(fc.record({ from: person, to: person }), { maxLength: 12 }),
    present: fc.subarray(people).map((ids) => new Set(ids)),
    each: fc.integer({ min: 0, max: 3 }),
  });

  it('[V38] go from the absent to the present, once each, never more than the rules allow', () => {
    fc.assert(
      fc.property(cases, ({ delegations, present, each }) => {
        const inForce = delegationsInForce(delegations, present, each);
        const givers = inForce.map(({ from }) => from);
        expect(new Set(givers).size).toBe(givers.length);
        for (const { from, to } of inForce) {
          expect(present.has(from)).toBe(false);
          expect(present.has(to)).toBe(true);
          expect(inForce.filter((one) => one.to === to).length).toBeLessThanOrEqual(each);
        }
      }),
    );
  });
});

describe('a second ballot', () => {
  const options = [1, 2, 3, 4].map((key) => ({ key, label: `Ông ${key}`, note: '' }));
  const election = { kind: 'election' as const, options, seats: 3, min: 1, max: 3 };
  const verdict: VerdictOf<'election'> = {
    kind: 'election',
    outcome: 'second_ballot',
    decidedBy: 'tie_rule',
    members: 5,
    voters: 5,
    cast: 5,
    notVoted: 0,
    deemed: 0,
    quorum: { needed: 4, present: 5, reached: true },
    denominator: { kind: 'all', size: 5 },
    needed: 3,
    ruleSet: committee,
    seats: 3,
    options: [
      { key: 1, votes: 5, passed: true },
      { key: 2, votes: 4, passed: true },
      { key: 3, votes: 3, passed: false },
      { key: 4, votes: 3, passed: false },
    ],
    blank: 0,
    tied: [3, 4],
  };

  it('[V39] is between those who are tied, for the seats that are left', () => {
    expect(paperAgain(election, verdict)).toEqual({
      kind: 'election',
      options: options.slice(2),
      seats: 1,
      min: 1,
      max: 1,
    });
    const untied = { ...verdict, tied: [] };
    expect(paperAgain(election, untied)).toMatchObject({ options: options.slice(2), seats: 1 });
  });

  it('[V39a] is the same paper where nothing was tied or decided', () => {
    expect(paperAgain(election, null)).toBe(election);
    expect(paperAgain(election, { ...verdict, outcome: 'carried' })).toBe(election);
    const motion = { kind: 'motion' as const };
    expect(paperAgain(motion, verdict)).toBe(motion);
  });
});
