import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceState, CheckInMethod } from '../../models/contracts/attendance.ts';
import { mayCheckIn, mayCorrect, quorumOf, stateAfterCheckIn } from './rules.ts';

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
  const before = '2026-03-02T01:00:00.000Z';
  const now = '2026-03-02T02:00:00.000Z';
  const recorded = (state: AttendanceState, method: CheckInMethod = 'face', at = before) => ({
    state,
    method,
    at,
  });
  const atDoor = { state: 'in_person', method: 'face', at: now } as const;
  const online = { state: 'online', method: 'online', at: now } as const;

  it('[A3] joining online never takes away the seat in the room', () => {
    expect(stateAfterCheckIn(recorded('in_person'), online)).toBeNull();
  });

  it('[A4] whoever comes to the room after joining online is in person', () => {
    expect(stateAfterCheckIn(recorded('online', 'online'), atDoor)).toBe('in_person');
  });

  it.each(['not_yet', 'excused', 'absent'] as const)(
    '[A5] %s becomes present by coming, whatever the secretary had noted',
    (state) => {
      expect(stateAfterCheckIn(recorded(state, 'manual'), atDoor)).toBe('in_person');
      expect(stateAfterCheckIn(recorded(state, 'manual'), online)).toBe('online');
    },
  );

  it('[A6] a second check-in at the door changes nothing', () => {
    expect(stateAfterCheckIn(recorded('in_person'), atDoor)).toBeNull();
  });

  it('[A7] who left online comes back online; whom the secretary saw leave, only by the door or by hand', () => {
    expect(stateAfterCheckIn(recorded('left', 'online'), online)).toBe('online');
    expect(stateAfterCheckIn(recorded('left', 'manual'), online)).toBeNull();
    expect(stateAfterCheckIn(recorded('left', 'manual'), atDoor)).toBe('in_person');
  });

  it('[A8] what a door sends late undoes neither a hand on the roll nor a leave that came after it', () => {
    const late = { ...atDoor, at: before };
    expect(stateAfterCheckIn(recorded('absent', 'manual', now), late)).toBeNull();
    expect(stateAfterCheckIn(recorded('left', 'online', now), late)).toBeNull();
    expect(stateAfterCheckIn(recorded('online', 'online', now), late)).toBe('in_person');
    expect(stateAfterCheckIn(undefined, late)).toBe('in_person');
  });

  it('[A9] after the roll has closed only those come back in who were there in time', () => {
    const closed = { state: 'open', takesCheckIns: false } as const;
    expect(mayCheckIn(undefined, atDoor, closed)).toBe('check_in_closed');
    expect(mayCheckIn(recorded('absent', 'manual'), atDoor, closed)).toBe('check_in_closed');
    expect(mayCheckIn(recorded('left', 'online'), online, closed)).toBeNull();
    const planned = { state: 'planned', takesCheckIns: true } as const;
    expect(mayCheckIn(undefined, atDoor, planned)).toBeNull();
    expect(mayCheckIn(undefined, online, planned)).toBe('meeting_not_open');
    expect(mayCheckIn(undefined, atDoor, { ...planned, takesCheckIns: false })).toBe(
      'meeting_not_open',
    );
  });
});

it('[A10] the roll of a closed meeting can be corrected, that of a cancelled one cannot', () => {
  expect(mayCorrect('closed')).toBeNull();
  expect(mayCorrect('cancelled')).toBe('meeting_state');
});
