import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RollEntry, attendanceStates } from '../../models/contracts/attendance.ts';
import { isPresent } from '../../models/presence.ts';
import { type SeatState, seatsOf } from './seats.ts';

const entry = (state: RollEntry['state'], personId = 'p'): RollEntry => ({
  personId,
  fullName: 'Phạm Ngọc Quỳnh Trâm',
  office: '',
  organisationName: null,
  role: 'member',
  seat: 'A4',
  state,
  at: null,
  evidence: null,
});
const word = (state: SeatState) => state;
const seatOf = (state: RollEntry['state']) => seatsOf([entry(state)], null, word)[0];

it('[seats] a seat fills when its owner comes, and is empty and marked when they leave', () => {
  const states = ['not_yet', 'in_person', 'left', 'online', 'left'] as const;
  expect(states.map((state) => seatOf(state)?.meaning)).toEqual([
    'free',
    'taken',
    'left',
    'online',
    'left',
  ]);
  // Empty in colour as before they came; the mark tells the two apart.
  expect(seatOf('left')?.tone).toBe(seatOf('not_yet')?.tone);
  expect(seatOf('left')?.icon).not.toBe(seatOf('not_yet')?.icon);
});

it('[seats] exactly those who are present fill their seats', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...attendanceStates)), (states) => {
      const seats = seatsOf(
        states.map((state, at) => entry(state, String(at))),
        null,
        word,
      );
      expect(seats.map(({ tone }) => tone !== 'neutral')).toEqual(states.map(isPresent));
    }),
  );
});
