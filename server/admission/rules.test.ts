import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorModes } from '../../models/contracts/admission.ts';
import { participantRoles } from '../../models/contracts/meetings.ts';
import { type Admission, type Visitor, answerAtDoor, letsIn, refusalOf } from './rules.ts';

const now = '2026-03-02T02:00:00.000Z';
const mode = fc.constantFrom(...doorModes);
const earlier: fc.Arbitrary<Admission> = fc.record({
  state: fc.constantFrom('inside' as const, 'waiting', 'declined', 'removed'),
  at: fc
    .integer({ min: 0, max: 600_000 })
    .map((ago) => new Date(Date.parse(now) - ago).toISOString()),
});
const visitor: fc.Arbitrary<Visitor> = fc.record({
  neverWaits: fc.boolean(),
  role: fc.constantFrom(...participantRoles, null),
  earlier: fc.option(earlier, { nil: undefined }),
});
const member = (before?: Admission): Visitor => ({
  neverWaits: false,
  role: 'member',
  earlier: before,
});
const answerAfterDecline = (at: string) =>
  answerAtDoor('all_wait', member({ state: 'declined', at }), now);

describe('the door', () => {
  it('[D1] the chair and the staff always enter, whatever happened before', () => {
    fc.assert(
      fc.property(mode, visitor, (door, one) => {
        expect(answerAtDoor(door, { ...one, neverWaits: true }, now)).toBe('inside');
      }),
    );
  });

  it('[D2] whoever has been inside comes back, also when the door was set otherwise', () => {
    for (const door of doorModes)
      expect(answerAtDoor(door, member({ state: 'inside', at: now }), now)).toBe('inside');
  });

  it('[D3] whoever was sent out stays out until let in again', () => {
    for (const door of doorModes)
      expect(answerAtDoor(door, member({ state: 'removed', at: now }), now)).toBe('removed');
  });

  it('[D4] who is new comes in, waits or stands before a locked door, as the door is set', () => {
    const answers = doorModes.map((door) => [
      answerAtDoor(door, member(), now),
      answerAtDoor(door, { ...member(), role: 'guest' }, now),
    ]);
    expect(answers).toEqual([
      ['inside', 'inside'],
      ['inside', 'waiting'],
      ['waiting', 'waiting'],
      ['locked', 'locked'],
    ]);
  });

  it('[D5] whoever was turned away is heard again after a minute', () => {
    expect(answerAfterDecline('2026-03-02T01:59:00.001Z')).toBe('declined');
    expect(answerAfterDecline('2026-03-02T01:59:00.000Z')).toBe('waiting');
  });

  it('[D6] asking again changes nothing: the answer to the same question is the same', () => {
    fc.assert(
      fc.property(mode, visitor, (door, one) => {
        const state = answerAtDoor(door, one, now);
        fc.pre(state !== 'locked');
        const at = one.earlier?.state === state ? one.earlier.at : now;
        expect(answerAtDoor(door, { ...one, earlier: { state, at } }, now)).toBe(state);
      }),
    );
  });

  it('[D7] a door that is opened keeps nobody waiting, and only who is inside is not refused', () => {
    fc.assert(
      fc.property(mode, visitor, (door, one) => {
        const state = answerAtDoor(door, one, now);
        if (letsIn(door, one.role)) expect(state).not.toBe('waiting');
        expect(refusalOf(state) === null).toBe(state === 'inside');
      }),
    );
  });
});
