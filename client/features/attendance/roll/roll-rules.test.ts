import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Roll,
  type RollEntry,
  attendanceStates,
} from '../../../../models/contracts/attendance.ts';
import { newId } from '../../../../models/ids.ts';
import { countStates, presentGuests, withChange } from './roll-rules.ts';

const entry = fc.record<RollEntry>({
  personId: fc.uuid(),
  fullName: fc.string(),
  office: fc.string(),
  organisationName: fc.constant(null),
  role: fc.constantFrom('chair', 'member', 'guest'),
  seat: fc.string(),
  state: fc.constantFrom(...attendanceStates),
  at: fc.constantFrom(null, '2025-11-22T01:00:00Z', '2025-11-22T01:05:00Z'),
  evidence: fc.constantFrom(null, {
    method: 'face' as const,
    score: 0.31,
    deviceName: 'Kiosk 1',
    byName: null,
    reason: null,
  }),
});
const entries = fc.uniqueArray(entry, { selector: ({ personId }) => personId });
const quorum = { members: 21, present: 3, needed: 14, reached: false };

it('[roll] every person is counted in exactly one state', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const counts = Object.values(countStates(list));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.length);
    }),
  );
});

it('[roll] guests present never exceed those present', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const { in_person: inPerson, online } = countStates(list);
      expect(presentGuests(list)).toBeLessThanOrEqual(inPerson + online);
    }),
  );
});

describe('withChange', () => {
  it('[roll] changes one person, keeps the order, and takes the quorum of the notice', () => {
    fc.assert(
      fc.property(entries, entry, (list, other) => {
        const roll: Roll = { meetingId: newId(), entries: list, quorum };
        const changed = { ...other, personId: list[0]?.personId ?? other.personId, evidence: null };
        const next = { ...quorum, present: 4 };
        const after = withChange(roll, { meetingId: roll.meetingId, entry: changed, quorum: next });
        expect(after.quorum).toBe(next);
        expect(after.entries.map(({ personId }) => personId)).toEqual(
          list.map(({ personId }) => personId),
        );
        expect(after.entries.slice(1)).toEqual(list.slice(1));
      }),
    );
  });

  it('[roll] evidence of an earlier state is never shown for a new one', () => {
    fc.assert(
      fc.property(entry, fc.constantFrom(...attendanceStates), (one, state) => {
        const roll: Roll = { meetingId: newId(), entries: [one], quorum };
        const changed = { ...one, state, evidence: null };
        const [after] = withChange(roll, {
          meetingId: roll.meetingId,
          entry: changed,
          quorum,
        }).entries;
        expect(after?.evidence).toEqual(state === one.state ? one.evidence : null);
      }),
    );
  });
});
