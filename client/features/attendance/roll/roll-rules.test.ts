import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RollEntry, attendanceStates } from '../../../../models/contracts/attendance.ts';
import { countStates, namesOf, narrow, presentGuests } from './roll-rules.ts';

const entry = fc.record<RollEntry>({
  personId: fc.uuid(),
  fullName: fc.string(),
  office: fc.constantFrom('', 'Chủ tịch', 'Phó Chủ tịch', 'Ủy viên'),
  organisationName: fc.constantFrom(null, 'Sở Nội vụ', 'Công an thành phố'),
  role: fc.constantFrom('chair', 'member', 'guest'),
  seat: fc.string(),
  state: fc.constantFrom(...attendanceStates),
  at: fc.constantFrom(null, '2025-11-22T01:00:00Z', '2025-11-22T01:05:00Z'),
  evidence: fc.constantFrom(null, {
    method: 'face' as const,
    score: 0.31,
    liveness: 0.97,
    challenged: false,
    receivedAt: null,
    deviceName: 'Kiosk 1',
    byName: null,
    reason: null,
  }),
});
const entries = fc.uniqueArray(entry, { selector: ({ personId }) => personId });

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

it('[roll] office and organisation narrow the roll together, in either order', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const { offices, organisations } = namesOf(list);
      for (const office of offices)
        for (const organisation of organisations) {
          const both = narrow(list, { office, organisation });
          const ofOffice = narrow(list, { office, organisation: null });
          expect(both).toEqual(narrow(ofOffice, { office: null, organisation }));
          expect(both.every((one) => one.office === office)).toBe(true);
        }
      expect(narrow(list, { office: null, organisation: null })).toEqual(list);
    }),
  );
});

it('[roll] every office that is offered finds someone, and nobody is in two', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const found = namesOf(list).offices.map((office) =>
        narrow(list, { office, organisation: null }),
      );
      expect(found.every(({ length }) => length > 0)).toBe(true);
      expect(found.flat()).toHaveLength(list.filter(({ office }) => office !== '').length);
    }),
  );
});
