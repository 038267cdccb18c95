import { describe, expect, test } from 'vitest';
import { type CallerKind, type SystemScope, callerKinds } from '../../models/contracts/access.ts';
import type { DeviceKind, SystemRole } from '../../models/contracts/identity.ts';
import type { ParticipantRole } from '../../models/contracts/meetings.ts';
import { newId } from '../../models/ids.ts';
import { type Identity, admit } from './caller.ts';

const meetingId = newId();
const person = (systemRole: SystemRole, mustChangePassword = false): Identity => ({
  person: { personId: newId(), sessionId: newId(), fullName: 'A', systemRole, mustChangePassword },
  device: null,
});
const device = (kind: DeviceKind, ...scopes: SystemScope[]): Identity => ({
  person: null,
  device: { deviceId: newId(), sessionId: newId(), name: 'K', kind, roomId: null, scopes },
});
const nobody: Identity = { person: null, device: null };

const tryIn = (kind: CallerKind, identity: Identity, role: ParticipantRole | null = null) =>
  admit({ who: [kind] }, identity, meetingId, async () => role).then(
    () => 'admitted',
    (error: { code: string }) => error.code,
  );

const neverAsked = async () => Promise.reject(new Error('asked'));

/** Who each kind admits, among everyone who can stand at the gate. */
const crowd: [string, Identity, ParticipantRole | null][] = [
  ['nobody', nobody, null],
  ['administrator', person('administrator'), null],
  ['secretariat', person('secretariat'), null],
  ['outsider', person('member'), null],
  ['chair', person('member'), 'chair'],
  ['member', person('member'), 'member'],
  ['guest', person('member'), 'guest'],
  ['kiosk', device('kiosk'), null],
  ['screen', device('screen'), null],
  ['room', device('room'), null],
  ['enrolling', device('system', 'enrol'), null],
  ['checking in', device('system', 'check_in', 'read_evidence'), null],
  ['reading', device('system', 'read_roll', 'check_in'), null],
];
const people = ['administrator', 'secretariat', 'outsider', 'chair', 'member', 'guest'];
const admitted: Record<CallerKind, string[]> = {
  anyone: crowd.map(([name]) => name),
  person: people,
  administrator: ['administrator'],
  secretariat: ['secretariat'],
  kiosk: ['kiosk'],
  screen: ['screen'],
  room: ['room'],
  system: ['enrolling', 'checking in', 'reading'],
  'system:enrol': ['enrolling'],
  'system:check_in': ['checking in', 'reading'],
  'system:read_roll': ['reading'],
  'meeting:chair': ['chair'],
  'meeting:member': ['member'],
  'meeting:guest': ['guest'],
};

describe('the gate', () => {
  test.each(callerKinds)('[A1] %s admits exactly whom it names', async (kind) => {
    for (const [name, identity, role] of crowd) {
      const answer = await tryIn(kind, identity, role);
      if (admitted[kind].includes(name)) expect(answer, name).toBe('admitted');
      else if (name === 'nobody') expect(answer).toBe('not_signed_in');
      else expect(['not_allowed', 'not_in_meeting', 'scope_missing'], name).toContain(answer);
    }
  });

  test('[A2] someone who takes no part hears that; a part that is not enough is not allowed', async () => {
    expect(await tryIn('meeting:chair', person('member'))).toBe('not_in_meeting');
    expect(await tryIn('meeting:chair', person('member'), 'guest')).toBe('not_allowed');
  });

  test('[A2] a system without the scope hears that it is missing, and is no device of a room', async () => {
    expect(await tryIn('system:enrol', device('system', 'read_roll'))).toBe('scope_missing');
    expect(await tryIn('kiosk', device('system', 'check_in'))).toBe('not_allowed');
    expect(await tryIn('system:check_in', device('kiosk', 'check_in'))).toBe('not_allowed');
  });

  test('[A3] with a first password only what is needed to change it is open', async () => {
    const fresh = person('administrator', true);
    expect(await tryIn('administrator', fresh)).toBe('password_change_required');
    expect(await tryIn('anyone', fresh)).toBe('admitted');
    const gate = { who: ['person'] as const, beforePasswordChange: true };
    expect(await admit(gate, fresh, undefined, async () => null)).toBeNull();
  });

  test('[A4] the part in a meeting is looked up only where the contract asks for it', async () => {
    const gate = { who: ['person'] as const };
    expect(await admit(gate, person('member'), meetingId, neverAsked)).toBeNull();
  });

  test('[A5] a browser that is person and device is admitted as either', async () => {
    const both = { person: person('administrator').person, device: device('kiosk').device };
    expect(await tryIn('kiosk', both)).toBe('admitted');
    expect(await tryIn('administrator', both)).toBe('admitted');
  });
});
