import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SystemScope } from '../contracts/access.ts';
import { deviceKinds, pairedKinds, systemRoles } from '../contracts/identity.ts';
import { id, instant, record } from './columns.ts';
import { rooms } from './rooms.ts';

export const organisations = sqliteTable('organisations', {
  ...record(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  parentId: text('parent_id').references((): AnySQLiteColumn => organisations.id),
});

export const people = sqliteTable('people', {
  ...record(),
  fullName: text('full_name').notNull(),
  office: text('office').notNull(),
  organisationId: text('organisation_id').references(() => organisations.id),
  username: text('username').notNull().unique(),
  systemRole: text('system_role', { enum: systemRoles }).notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  /** argon2id, in its own encoded form. */
  passwordHash: text('password_hash').notNull(),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
  lastSignInAt: instant('last_sign_in_at'),
});

/** Who it is; may be null, as every reference, until it says `notNull()`. */
export const ofPerson = (name = 'person_id') => text(name).references(() => people.id);

export const devices = sqliteTable('devices', {
  id: id(),
  kind: text('kind', { enum: deviceKinds }).notNull(),
  name: text('name').notNull(),
  roomId: text('room_id').references(() => rooms.id),
  pairedAt: instant('paired_at').notNull(),
  pairedBy: ofPerson('paired_by').notNull(),
  lastSeenAt: instant('last_seen_at'),
  revokedAt: instant('revoked_at'),
  /** What the token of another system allows; empty for devices that are paired. */
  scopes: text('scopes', { mode: 'json' }).$type<SystemScope[]>().notNull().default([]),
  /** When that token ends. */
  expiresAt: instant('expires_at'),
});

/** Sessions of people and of devices: exactly one of the two is set. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    /** SHA-256 of the cookie's token; the token itself is nowhere on the server. */
    tokenHash: text('token_hash').notNull().unique(),
    personId: ofPerson(),
    deviceId: text('device_id').references(() => devices.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('sessions_person').on(table.personId),
    index('sessions_device').on(table.deviceId),
  ],
);

export const devicePairings = sqliteTable('device_pairings', {
  id: id(),
  kind: text('kind', { enum: pairedKinds }).notNull(),
  codeHash: text('code_hash').notNull().unique(),
  secretHash: text('secret_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Set when an administrator has confirmed. */
  deviceId: text('device_id').references(() => devices.id),
  claimedAt: instant('claimed_at'),
});
