import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorOpensBefore, mayCheckIn, mayCorrect, quorumOf, stateAfterCheckIn } from './rules.ts';

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

describe('when the door is open', () => {
  const startsAt = '2026-11-22T01:00:00.000Z';
  const at = (offset: number) => new Date(Date.parse(startsAt) + offset).toISOString();

  it('[A7] an open meeting takes check-ins at any time', () => {
    expect(mayCheckIn({ state: 'open', startsAt }, at(86_400_000))).toBeNull();
  });

  it('[A8] a planned meeting takes them from two hours before its start', () => {
    expect(mayCheckIn({ state: 'planned', startsAt }, at(-doorOpensBefore))).toBeNull();
    expect(mayCheckIn({ state: 'planned', startsAt }, at(-doorOpensBefore - 1))).toBe(
      'meeting_not_open',
    );
  });

  it.each(['closed', 'cancelled'] as const)('[A9] a %s meeting takes none', (state) => {
    expect(mayCheckIn({ state, startsAt }, startsAt)).toBe('meeting_not_open');
  });

  it('[A10] the roll of a closed meeting can be corrected, that of a cancelled one cannot', () => {
    expect(mayCorrect({ state: 'closed', startsAt })).toBeNull();
    expect(mayCorrect({ state: 'cancelled', startsAt })).toBe('meeting_state');
  });
});
