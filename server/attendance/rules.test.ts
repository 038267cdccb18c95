import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayCorrect, quorumOf, stateAfterCheckIn } from './rules.ts';

const twoThirds = { numerator: 2, denominator: 3 };

describe('quorum', () => {
  it.each([
    [21, 14],
    [20, 14],
    [19, 13],
    [3, 2],
    [1, 1],
  ])('[A1] a body of %i needs %i present for two thirds of all members', (members, needed) => {
    expect(quorumOf(members, needed, twoThirds)).toEqual({
      members,
      present: needed,
      needed,
      reached: true,
    });
    expect(quorumOf(members, needed - 1, twoThirds).reached).toBe(false);
  });

  it('[A2] the quorum is the least number that is at least the fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (members, a, b) => {
          const fraction = { numerator: Math.min(a, b), denominator: Math.max(a, b) };
          const { needed } = quorumOf(members, 0, fraction);
          const enough = (present: number) =>
            present * fraction.denominator >= members * fraction.numerator;
          expect(enough(needed)).toBe(true);
          expect(enough(needed - 1)).toBe(false);
        },
      ),
    );
  });
});

describe('check-in', () => {
  it('[A3] joining online never takes away the seat in the room', () => {
    expect(stateAfterCheckIn({ state: 'in_person' }, 'online')).toBeNull();
  });

  it('[A4] whoever comes to the room after joining online is in person', () => {
    expect(stateAfterCheckIn({ state: 'online' }, 'face')).toBe('in_person');
  });

  it.each(['not_yet', 'excused', 'absent'] as const)(
    '[A5] %s becomes present by coming',
    (state) => {
      expect(stateAfterCheckIn({ state }, 'pin')).toBe('in_person');
      expect(stateAfterCheckIn({ state }, 'online')).toBe('online');
    },
  );

  it('[A6] a second check-in at the door changes nothing', () => {
    expect(stateAfterCheckIn({ state: 'in_person' }, 'qr')).toBeNull();
  });
});

it('[A10] the roll of a closed meeting can be corrected, that of a cancelled one cannot', () => {
  expect(mayCorrect('closed')).toBeNull();
  expect(mayCorrect('cancelled')).toBe('meeting_state');
});
