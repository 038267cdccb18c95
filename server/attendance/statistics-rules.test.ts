import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { attendanceStates } from '../../models/contracts/attendance.ts';
import {
  type HeldMeeting,
  type Line,
  isLate,
  ownAttendance,
  statisticsOf,
} from './statistics-rules.ts';

const held: HeldMeeting[] = [0, 1, 2].map((index) => ({
  meetingId: `m${index}`,
  title: `Phiên ${index}`,
  bodyName: 'UBND phường',
  startsAt: `2026-0${index + 1}-02T01:30:00.000Z`,
  openedAt: `2026-0${index + 1}-02T01:40:00.000Z`,
}));
const line = fc.record<Line>({
  meetingId: fc.constantFrom('m0', 'm1', 'm2'),
  personId: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
  fullName: fc.constantFrom('Đặng Văn Ước', 'Nguyễn Thị Hường'),
  office: fc.constant(''),
  state: fc.constantFrom(...attendanceStates),
  method: fc.constantFrom('face', 'online', 'manual', null),
  cameAt: fc.constantFrom(null, '2026-01-02T01:35:00.000Z', '2026-03-02T03:00:00.000Z'),
});
const lines = fc.uniqueArray(line, {
  selector: ({ meetingId, personId }) => `${meetingId} ${personId}`,
});

it('[A60] every line is counted once for its meeting and once for its person', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const { meetings, people } = statisticsOf(held, all);
      for (const list of [meetings, people]) {
        expect(list.reduce((sum, { invited }) => sum + invited, 0)).toBe(all.length);
        for (const { counts, invited, attended, punctual, late } of list) {
          const sum = Object.values(counts).reduce((one, other) => one + other, 0);
          expect(sum).toBe(invited);
          expect(attended).toBe(counts.in_person + counts.online + counts.left);
          expect(punctual + late).toBeLessThanOrEqual(attended);
        }
      }
    }),
  );
});

it('[A61] nobody is late for what has not begun', () => {
  const [meeting] = held;
  if (meeting === undefined) throw new Error('no meeting');
  expect(isLate('2026-01-02T01:35:00.000Z', meeting)).toBe(false);
  expect(isLate('2026-01-02T01:40:00.001Z', meeting)).toBe(true);
  expect(isLate('2026-01-02T01:30:00.001Z', { ...meeting, openedAt: null })).toBe(true);
});

it('[A62] one sees every meeting of their own, also where nothing was recorded', () => {
  const own = ownAttendance(held, []);
  expect(own.map(({ state, cameAt, isLate: late }) => [state, cameAt, late])).toEqual(
    held.map(() => ['not_yet', null, false]),
  );
});
