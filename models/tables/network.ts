import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NetworkFindings } from '../contracts/network.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofMeeting } from './meetings.ts';

/** The newest test of the line that each person sent for a meeting. */
export const networkReports = sqliteTable(
  'network_reports',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    personId: ofPerson().notNull(),
    at: instant('at').notNull(),
    findings: text('findings', { mode: 'json' }).$type<NetworkFindings>().notNull(),
  },
  (table) => [uniqueIndex('network_reports_person').on(table.meetingId, table.personId)],
);
