import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceSettings } from '../../models/contracts/attendance-settings.ts';
import { meetingStates } from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import {
  type Timed,
  isAtHand,
  mayEdit,
  mayMove,
  needsChair,
  repeatedPeople,
  rulesDiffer,
  strangeAgendaItems,
  takesCheckIns,
  unknownPeople,
  votersOutsideBody,
} from './rules.ts';

describe('meeting rules', () => {
  it('[M1] a meeting goes planned → open → closed or planned → cancelled, and no other way', () => {
    const ways = meetingStates.flatMap((from) =>
      meetingStates.filter((to) => mayMove(from, to) === null).map((to) => `${from} → ${to}`),
    );
    expect(ways).toEqual(['planned → open', 'planned → cancelled', 'open → closed']);
  });

  it('[M2] only planned and open meetings are edited', () => {
    expect(meetingStates.filter((state) => mayEdit(state) === null)).toEqual(['planned', 'open']);
  });

  describe('when the roll is taken', () => {
    const usual: Pick<AttendanceSettings, 'opensBefore' | 'closesAfter'> = {
      opensBefore: 120,
      closesAfter: null,
    };
    const times = {
      startsAt: '2026-03-02T01:30:00Z',
      endsAt: '2026-03-02T04:00:00Z',
      openedAt: '2026-03-02T01:40:00.000Z',
      checkInsByHand: null,
    };
    const takenIn = (now: string, settings = usual, meeting: Partial<Timed> = {}) =>
      meetingStates.filter((state) =>
        takesCheckIns({ ...times, ...meeting, state }, settings, now),
      );

    it('[M11] while open, and planned from as long before the start as the body says until the end', () => {
      expect(takenIn('2026-03-01T23:29:59.999Z')).toEqual(['open']);
      expect(takenIn('2026-03-01T23:30:00.000Z')).toEqual(['planned', 'open']);
      expect(takenIn('2026-03-02T04:00:00.000Z')).toEqual(['planned', 'open']);
      expect(takenIn('2026-03-02T04:00:00.001Z')).toEqual(['open']);
      const late = { ...usual, opensBefore: 30 };
      expect(takenIn('2026-03-02T00:59:59.999Z', late)).toEqual(['open']);
      expect(takenIn('2026-03-02T01:00:00.000Z', late)).toEqual(['planned', 'open']);
    });

    it('[M12] an open meeting takes no one so long after its opening, where its body says so', () => {
      const strict = { opensBefore: 120, closesAfter: 15 };
      expect(takenIn('2026-03-02T01:55:00.000Z', strict)).toContain('open');
      expect(takenIn('2026-03-02T01:55:00.001Z', strict)).not.toContain('open');
    });

    it('[M13] the hand of the secretary goes before the times, but opens nothing that is over', () => {
      const strict = { opensBefore: 30, closesAfter: 15 };
      const open = { checkInsByHand: 'open' as const };
      const closed = { checkInsByHand: 'closed' as const };
      expect(takenIn('2026-03-01T20:00:00Z', strict, open)).toEqual(['planned', 'open']);
      expect(takenIn('2026-03-02T03:00:00Z', strict, open)).toEqual(['planned', 'open']);
      expect(takenIn('2026-03-02T05:00:00Z', strict, open)).toEqual(['open']);
      expect(takenIn('2026-03-02T01:45:00Z', strict, closed)).toEqual([]);
    });

    it('[M14] the devices of the room stay with a meeting whose roll was closed', () => {
      const closed = { ...times, checkInsByHand: 'closed' as const };
      const now = '2026-03-02T01:45:00Z';
      expect(meetingStates.filter((state) => isAtHand({ ...closed, state }, usual, now))).toEqual([
        'planned',
        'open',
      ]);
    });
  });

  it('[M3] there is exactly one chair', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('chair', 'member', 'guest')), (roles) => {
        const chairs = roles.filter((role) => role === 'chair').length;
        const refused = needsChair(roles.map((role) => ({ role })));
        expect(refused).toBe(chairs === 1 ? null : 'body_needs_chair');
      }),
    );
  });

  it('[M4] nobody is in a list twice; the later places are named', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (ids) => {
        const people = ids.map((personId) => ({ personId }));
        const faults = repeatedPeople('members', people);
        expect(faults).toHaveLength(ids.length - new Set(ids).size);
      }),
    );
    expect(repeatedPeople('members', [{ personId: 'a' }, { personId: 'a' }])).toEqual([
      'members.1.personId',
    ]);
  });

  it('[M5] who is not known cannot be chosen', () => {
    const people = [{ personId: 'a' }, { personId: 'b' }];
    expect(unknownPeople('participants', people, new Set(['a']))).toEqual([
      'participants.1.personId',
    ]);
  });

  it('[M6] only members of the body preside or vote; others are guests', () => {
    const participants = [
      { personId: 'chair', role: 'chair' as const },
      { personId: 'other', role: 'member' as const },
      { personId: 'other', role: 'guest' as const },
    ];
    expect(votersOutsideBody(participants, new Set(['chair']))).toEqual(['participants.1.role']);
  });

  it('[M7] an agenda item keeps its id only if it stands there, and once', () => {
    const agenda = [{ id: 'a' }, {}, { id: 'b' }, { id: 'a' }];
    expect(strangeAgendaItems(agenda, new Set(['a']))).toEqual(['agenda.2.id', 'agenda.3.id']);
  });

  it('[M9] rules differ by what they say, not by how they are written down', () => {
    const { quorum, ...rest } = peoplesCommitteeRules;
    const inForce = { version: 3, ...rest, quorum: { ...quorum } };
    expect(rulesDiffer(inForce, peoplesCommitteeRules)).toBe(false);
    expect(rulesDiffer(inForce, { ...peoplesCommitteeRules, tie: 'not_carried' })).toBe(true);
    const half = { numerator: 1, denominator: 2 };
    expect(rulesDiffer(inForce, { ...peoplesCommitteeRules, quorum: half })).toBe(true);
  });
});
