import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CheckIns } from '../../../../models/contracts/attendance.ts';
import { phaseOf } from './check-in-times.ts';

const start = Date.parse('2026-03-02T01:00:00Z');
const checkIns: CheckIns = {
  meetingId: '01980000-0000-7000-8000-000000000001',
  state: 'planned',
  opensAt: new Date(start).toISOString(),
  closesAt: new Date(start + 3_600_000).toISOString(),
  byHand: null,
};

it('[roll] the roll opens and closes at the very times that are set', () => {
  expect(phaseOf(checkIns, start - 1)).toBe('early');
  expect(phaseOf(checkIns, start)).toBe('open');
  expect(phaseOf(checkIns, start + 3_600_000)).toBe('open');
  expect(phaseOf(checkIns, start + 3_600_001)).toBe('closed');
  expect(phaseOf({ ...checkIns, closesAt: null }, start + 9e9)).toBe('open');
});

it('[roll] what is over takes nobody, whatever the hand said; else the hand decides at any time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('open', 'closed'),
      fc.integer({ min: -1e10, max: 1e10 }),
      (hand, offset) => {
        const byHand = { ...checkIns, byHand: hand };
        expect(phaseOf(byHand, start + offset)).toBe(hand);
        for (const state of ['closed', 'cancelled'] as const)
          expect(phaseOf({ ...byHand, state }, start + offset)).toBe('closed');
      },
    ),
  );
});
