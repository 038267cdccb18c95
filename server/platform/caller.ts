import type { Access, CallerKind, SystemScope } from '../../models/contracts/access.ts';
import type { DeviceKind, SystemRole } from '../../models/contracts/identity.ts';
import type { ParticipantRole } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Once } from './idempotency.ts';

export interface SignedInPerson {
  personId: Id;
  sessionId: Id;
  fullName: string;
  systemRole: SystemRole;
  mustChangePassword: boolean;
}

export interface SignedInDevice {
  deviceId: Id;
  sessionId: Id;
  name: string;
  kind: DeviceKind;
  roomId: Id | null;
  /** What the token of another system allows; empty for other kinds. */
  scopes: readonly SystemScope[];
}

/** Who stands behind a connection. A browser can be both, for example when an administrator tries a kiosk. */
export interface Identity {
  person: SignedInPerson | null;
  device: SignedInDevice | null;
}

/** Who asks, once the contract has admitted them. */
export interface Caller extends Identity {
  requestId: string;
  /** The part the person has in the meeting that the request names. */
  meetingRole: ParticipantRole | null;
  /** For `database.write`: makes a retry of this request get the first answer. */
  once: Once;
}

/** Looks up the part of a person in a meeting; null when they have none. */
export type MeetingRoleOf = (personId: Id, meetingId: Id) => Promise<ParticipantRole | null>;

/** The person who asks, for actions that only people can be admitted to. */
export function personOf(caller: Caller): SignedInPerson {
  if (caller.person === null) throw new AppError('not_signed_in');
  return caller.person;
}

/** The device that asks, for actions that only devices can be admitted to. */
export function deviceOf(caller: Caller): SignedInDevice {
  if (caller.device === null) throw new AppError('not_signed_in');
  return caller.device;
}

/** Staff see evidence and drafts that members do not. */
export const isStaff = ({ person }: Identity): boolean =>
  person !== null && (person.systemRole === 'administrator' || person.systemRole === 'secretariat');

/** Staff, and the chair of the meeting that the request names: they see what is prepared, and results from closing on. */
export const runsMeeting = (caller: Caller): boolean =>
  isStaff(caller) || caller.meetingRole === 'chair';

/** What a contract says about its callers. */
interface Gate {
  who: Access;
  beforePasswordChange?: boolean | undefined;
}

/**
 * Admits or refuses a caller.
 * @returns the part in the meeting, looked up only when the contract asks for one
 * @throws AppError `not_signed_in`, `password_change_required`, `not_in_meeting`, `scope_missing` or `not_allowed`
 */
export async function admit(
  { who, beforePasswordChange = false }: Gate,
  identity: Identity,
  meetingId: Id | undefined,
  meetingRoleOf: MeetingRoleOf,
): Promise<ParticipantRole | null> {
  const { person } = identity;
  if (person?.mustChangePassword && !beforePasswordChange && !who.includes('anyone'))
    throw new AppError('password_change_required');
  const asksMeeting = who.some((kind) => kind.startsWith('meeting:'));
  const role =
    asksMeeting && person !== null && meetingId !== undefined
      ? await meetingRoleOf(person.personId, meetingId)
      : null;
  if (who.some((kind) => fits(kind, identity, role))) return role;
  if (person === null && identity.device === null) throw new AppError('not_signed_in');
  if (identity.device?.kind === 'system' && who.some((kind) => kind.startsWith('system:')))
    throw new AppError('scope_missing');
  throw new AppError(asksMeeting && role === null ? 'not_in_meeting' : 'not_allowed');
}

function fits(kind: CallerKind, { person, device }: Identity, role: ParticipantRole | null) {
  switch (kind) {
    case 'anyone':
      return true;
    case 'person':
      return person !== null;
    case 'administrator':
    case 'secretariat':
      return person?.systemRole === kind;
    case 'kiosk':
    case 'screen':
    case 'room':
    case 'system':
      return device?.kind === kind;
    case 'system:enrol':
    case 'system:check_in':
    case 'system:read_roll':
      return device?.kind === 'system' && device.scopes.some((scope) => kind === `system:${scope}`);
    default:
      return kind === `meeting:${role}`;
  }
}

/** A caller for what the server does by itself in a person's name, such as loading demo data; a new request each. */
export function callerFor(person: Omit<SignedInPerson, 'sessionId'>, at: string): Caller {
  const requestId = newId();
  return {
    person: { ...person, sessionId: newId() },
    device: null,
    requestId,
    meetingRole: null,
    once: { callerId: person.personId, requestId, fingerprint: requestId, at },
  };
}
