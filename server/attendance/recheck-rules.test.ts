import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceStates } from '../../models/contracts/attendance.ts';
import { presenceOutcomes } from '../../models/contracts/presence.ts';
import { dueAt, isOwnFace, middleOf } from './recheck-rules.ts';

const since = '2026-03-02T01:00:00.000Z';
const standing = {
  every: 30,
  isMeetingOpen: true,
  state: 'online' as const,
  since,
  last: null,
};
const answered = (outcome: (typeof presenceOutcomes)[number], at: string) => ({
  ...standing,
  last: { occasion: 'recheck' as const, outcome, way: null, at },
});

describe('when someone is asked whether they are there', () => {
  it('[P3] counts from when they came, and from each answer on', () => {
    expect(dueAt(standing)).toBe('2026-03-02T01:30:00.000Z');
    for (const outcome of ['confirmed', 'skipped', 'missed'] as const)
      expect(dueAt(answered(outcome, '2026-03-02T01:31:00.000Z'))).toBe('2026-03-02T02:01:00.000Z');
    expect(dueAt(answered('different', '2026-03-02T01:31:00.000Z'))).toBe(
      '2026-03-02T01:30:00.000Z',
    );
  });

  it('[P4] is never unless they are online in an open meeting whose body wants it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...attendanceStates),
        fc.boolean(),
        fc.integer({ min: 0, max: 240 }),
        fc.option(fc.constant(since), { nil: null }),
        (state, isMeetingOpen, every, from) => {
          const due = dueAt({ ...standing, state, isMeetingOpen, every, since: from });
          const asked = state === 'online' && isMeetingOpen && every > 0 && from !== null;
          expect(due !== null).toBe(asked);
        },
      ),
    );
  });
});

describe('the own face', () => {
  it('[P5] is on most of the pictures', () => {
    expect(isOwnFace([0.5], 1)).toBe(true);
    expect(isOwnFace([0.5, 1.2], 1)).toBe(false);
    expect(isOwnFace([0.5, 0.6, 1.2], 1)).toBe(true);
    expect(isOwnFace([], 1)).toBe(false);
  });

  it('is as alive as the middle picture says', () => {
    expect(middleOf([null, 0.2, 0.9, 0.8])).toBe(0.8);
    expect(middleOf([null])).toBeNull();
  });
});
