import { expect, it } from 'vitest';
import type { Body } from '../../../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { draftOf, minutesOf, newAgendaRow, withMembersOf, withPeople } from './meeting-form.ts';

const member = (personId: string, role: Body['members'][number]['role']) => ({
  personId,
  role,
  fullName: personId,
  office: '',
  weight: 1,
});
const body: Body = {
  id: 'b',
  name: 'UBND',
  organisationId: null,
  revision: 0,
  closedAt: null,
  ruleSet: { ...peoplesCommitteeRules, version: 1 },
  members: [member('p1', 'chair'), member('p2', 'vice_chair'), member('p3', 'member')],
};
const guest = { personId: 'g1', role: 'guest' as const, seat: 'K1' };

it('[meetings] choosing a body brings its members in their order, and keeps the guests', () => {
  const rows = withMembersOf(body, [guest, { personId: 'p9', role: 'member', seat: '' }]);
  expect(rows.map(({ personId, role }) => [personId, role])).toEqual([
    ['p1', 'chair'],
    ['p2', 'member'],
    ['p3', 'member'],
    ['g1', 'guest'],
  ]);
});

it('[meetings] who is not of the body comes as a guest; rows that stay keep role and seat', () => {
  const members = new Set(['p1', 'p2']);
  const before = [{ personId: 'p1', role: 'chair' as const, seat: 'A1' }, guest];
  expect(withPeople(['p1', 'g1', 'p2', 'x'], before, members)).toEqual([
    before[0],
    guest,
    { personId: 'p2', role: 'member', seat: '' },
    { personId: 'x', role: 'guest', seat: '' },
  ]);
});

it('[meetings] the agenda is added up against the length of the meeting', () => {
  const form = {
    ...draftOf(null),
    startsAt: '2026-01-05T01:00:00Z',
    endsAt: '2026-01-05T03:30:00Z',
    agenda: [
      { ...newAgendaRow(), minutes: 45 },
      newAgendaRow(),
      { ...newAgendaRow(), minutes: 60 },
    ],
  };
  expect(minutesOf(form)).toEqual({ planned: 105, length: 150 });
  expect(minutesOf(draftOf(null))).toEqual({ planned: 0, length: null });
});
