import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { auditActions } from '../contracts/audit.ts';
import { id, instant } from './columns.ts';

/** Who did what and when; append-only, which triggers in the migrations enforce. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: id(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: ['person', 'device', 'system', 'nobody'] }).notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action', { enum: auditActions }).notNull(),
    subject: text('subject').notNull(),
    meetingId: text('meeting_id'),
    details: text('details', { mode: 'json' })
      .$type<Record<string, string | number | boolean | null>>()
      .notNull(),
  },
  (table) => [index('audit_entries_meeting').on(table.meetingId)],
);

/** The people whom an entry is about, so that each can see what was done with their data; append-only too. */
export const auditPeople = sqliteTable(
  'audit_people',
  {
    personId: text('person_id').notNull(),
    entryId: text('entry_id')
      .notNull()
      .references(() => auditEntries.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.entryId] })],
);
