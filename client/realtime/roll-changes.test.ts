import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Roll, type RollEntry, attendanceStates } from '../../models/contracts/attendance.ts';
import { withChanges } from './roll-changes.ts';

const states = fc.constantFrom(...attendanceStates);
const entry = (state: RollEntry['state'], at: number): RollEntry => ({
  personId: String(at),
  fullName: 'Nguyễn Thị Hường',
  office: '',
  organisationName: null,
  role: 'member',
  seat: 'A1',
  state,
  at: new Date(at).toISOString(),
  evidence: {
    method: 'manual',
    score: null,
    liveness: null,
    challenged: false,
    receivedAt: null,
    deviceName: null,
    byName: null,
    reason: null,
  },
});
const rolls = fc.array(states, { maxLength: 20 }).map((all): Roll => {
  const quorum = { members: 21, present: 0, needed: 14, reached: false };
  return { meetingId: 'm', entries: all.map(entry), quorum };
});
const quorum = { members: 21, present: 3, needed: 14, reached: false };

describe('changes of the roll', () => {
  it('[roll] change those they name, keep order and names, and bring the quorum', () => {
    fc.assert(
      fc.property(rolls, states, fc.nat({ max: 25 }), (roll, state, named) => {
        const change = { personId: String(named), state, at: null };
        const after = withChanges(roll, { entries: [change], quorum });
        expect(after.quorum).toBe(quorum);
        expect(after.entries.map(({ personId }) => personId)).toEqual(
          roll.entries.map(({ personId }) => personId),
        );
        after.entries.forEach((one, place) => {
          if (place !== named) expect(one).toBe(roll.entries[place]);
          else expect(one).toMatchObject({ ...change, fullName: 'Nguyễn Thị Hường' });
        });
      }),
    );
  });

  it('[roll] evidence of an earlier state is never shown for a new one', () => {
    fc.assert(
      fc.property(states, states, (before, state) => {
        const one = entry(before, 0);
        const roll = { meetingId: 'm', entries: [one], quorum };
        const change = { personId: one.personId, state, at: one.at };
        const [after] = withChanges(roll, { entries: [change], quorum }).entries;
        expect(after?.evidence).toEqual(state === before ? one.evidence : null);
      }),
    );
  });
});
