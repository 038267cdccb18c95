import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff, systemScopes } from './access.ts';
import { Done, Flag, Instant, Line, OptionalLine, editOf, listOf, recordFields } from './common.ts';
import { route } from './route.ts';

export const systemRoles = ['administrator', 'secretariat', 'member'] as const;
export const SystemRole = z.enum(systemRoles);
export type SystemRole = z.infer<typeof SystemRole>;

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,49}$/);
/** Long rather than intricate; argon2id keeps it. */
export const NewPassword = z.string().min(10).max(200);
const Password = z.string().min(1).max(200);

// Organisations

export const OrganisationDraft = z.object({
  name: Line,
  shortName: OptionalLine,
  parentId: Id.nullable(),
});
export const Organisation = OrganisationDraft.extend(recordFields);
export type Organisation = z.infer<typeof Organisation>;
const organisationParams = z.object({ organisationId: Id });
const catalogueQuery = z.object({ includeClosed: Flag });

export const listOrganisations = route({
  method: 'GET',
  path: '/api/organisations',
  summary: 'Organisations, by name',
  who: staff,
  query: catalogueQuery,
  response: listOf(Organisation),
});
export const createOrganisation = route({
  method: 'POST',
  path: '/api/organisations',
  summary: 'Add an organisation',
  who: staff,
  body: OrganisationDraft,
  response: Organisation,
});
export const updateOrganisation = route({
  method: 'PUT',
  path: '/api/organisations/:organisationId',
  summary: 'Change, close or reopen an organisation',
  who: staff,
  params: organisationParams,
  body: editOf(OrganisationDraft),
  response: Organisation,
});

// People

export const PersonDraft = z.object({
  fullName: Line,
  /** Chức vụ. */
  office: OptionalLine,
  organisationId: Id.nullable(),
  username: Username,
  systemRole: SystemRole,
  email: z.union([z.literal(''), z.email()]),
  phone: z.string().trim().max(30),
});
export const Person = PersonDraft.extend({
  ...recordFields,
  organisationName: z.string().nullable(),
  faceEnrolled: z.boolean(),
  lastSignInAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;
const personParams = z.object({ personId: Id });

export const listPeople = route({
  method: 'GET',
  path: '/api/people',
  summary: 'People, by name',
  who: staff,
  query: catalogueQuery,
  response: listOf(Person),
});
export const createPerson = route({
  method: 'POST',
  path: '/api/people',
  summary:
    'Add a person with a first password, which they must change; only administrators give system roles',
  who: staff,
  body: PersonDraft.extend({ password: NewPassword }),
  response: Person,
});
export const updatePerson = route({
  method: 'PUT',
  path: '/api/people/:personId',
  summary: 'Change, close or reopen a person; closing signs them out everywhere',
  who: staff,
  params: personParams,
  body: editOf(PersonDraft),
  response: Person,
});
export const resetPassword = route({
  method: 'POST',
  path: '/api/people/:personId/password',
  summary: 'Set a new first password for someone; signs them out everywhere',
  who: ['administrator'],
  params: personParams,
  body: z.object({ password: NewPassword }),
  response: Done,
});

// The session of a person

export const SignedIn = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  organisationName: z.string().nullable(),
  username: z.string(),
  systemRole: SystemRole,
  mustChangePassword: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const getSession = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in here, if anyone',
  who: ['anyone'],
  response: z.object({ person: SignedIn.nullable(), serverTime: Instant }),
});
export const signIn = route({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie',
  who: ['anyone'],
  body: z.object({ username: z.string().trim().toLowerCase().min(1).max(50), password: Password }),
  response: z.object({ person: SignedIn }),
});
export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out here',
  who: ['person'],
  beforePasswordChange: true,
  response: Done,
});
export const signOutEverywhere = route({
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'End every session of the signed-in person, on all machines',
  who: ['person'],
  beforePasswordChange: true,
  response: z.object({ ended: z.number().int() }),
});
export const changePassword = route({
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change the own password; ends the other sessions',
  who: ['person'],
  beforePasswordChange: true,
  body: z.object({ current: Password, next: NewPassword }),
  response: Done,
});

// Devices

/** Check-in at the door · the big screen · camera, microphone and loudspeaker of a room. */
export const pairedKinds = ['kiosk', 'screen', 'room'] as const;
/** What is paired by a code that it shows. */
export const PairedKind = z.enum(pairedKinds);
export type PairedKind = z.infer<typeof PairedKind>;
/** The same, and another computer system, which brings a token instead. */
export const deviceKinds = [...pairedKinds, 'system'] as const;
export const DeviceKind = z.enum(deviceKinds);
export type DeviceKind = z.infer<typeof DeviceKind>;
export const Device = z.object({
  id: Id,
  kind: DeviceKind,
  name: z.string(),
  roomId: Id.nullable(),
  roomName: z.string().nullable(),
  pairedAt: Instant,
  pairedByName: z.string(),
  lastSeenAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  /** What the token of a system allows; empty for other kinds. */
  scopes: z.array(z.enum(systemScopes)),
  /** When the token of a system ends; null for other kinds. */
  expiresAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;
/** Shown on the device, typed by the administrator: eight letters and digits that cannot be mistaken. */
export const PairingCode = z
  .string()
  .trim()
  .toUpperCase()
  .transform((code) => code.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{8}$/));
const deviceParams = z.object({ deviceId: Id });

export const startPairing = route({
  method: 'POST',
  path: '/api/device-pairings',
  summary: 'A kiosk or screen asks to be paired and shows the code',
  who: ['anyone'],
  body: z.object({ kind: PairedKind }),
  response: z.object({ pairingId: Id, code: z.string(), secret: z.string(), expiresAt: Instant }),
});
export const claimPairing = route({
  method: 'POST',
  path: '/api/device-pairings/:pairingId/claim',
  summary: 'The device asks whether it was confirmed; if so, its cookie is set',
  who: ['anyone'],
  params: z.object({ pairingId: Id }),
  body: z.object({ secret: z.string().min(20).max(100) }),
  response: z.object({ state: z.enum(['waiting', 'confirmed']) }),
});
export const confirmPairing = route({
  method: 'POST',
  path: '/api/devices',
  summary: 'Confirm a device by the code that it shows',
  who: ['administrator'],
  body: z.object({ code: PairingCode, name: Line, roomId: Id.nullable() }),
  response: Device,
});
export const listDevices = route({
  method: 'GET',
  path: '/api/devices',
  summary: 'Paired devices',
  who: staff,
  query: z.object({ includeRevoked: Flag }),
  response: listOf(Device),
});
export const updateDevice = route({
  method: 'PUT',
  path: '/api/devices/:deviceId',
  summary: 'Rename a device or move it to another room',
  who: ['administrator'],
  params: deviceParams,
  body: z.object({ name: Line, roomId: Id.nullable() }),
  response: Device,
});
export const revokeDevice = route({
  method: 'POST',
  path: '/api/devices/:deviceId/revoke',
  summary: 'End the access of a device, at once and for good',
  who: ['administrator'],
  params: deviceParams,
  response: Device,
});
export const getDeviceSession = route({
  method: 'GET',
  path: '/api/device-session',
  summary: 'Which device this browser is paired as, if any',
  who: ['anyone'],
  response: z.object({ device: Device.nullable(), serverTime: Instant }),
});
