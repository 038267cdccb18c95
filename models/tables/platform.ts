import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/** First answers by request id, so that a retry gets the same one and nothing happens twice. */
export const answeredRequests = sqliteTable(
  'answered_requests',
  {
    /** The person or device that asked: an id means nothing in another's hands. */
    callerId: text('caller_id').notNull(),
    requestId: text('request_id').notNull(),
    /** Hash of what was asked; the same id with other content is refused. */
    fingerprint: text('fingerprint').notNull(),
    answer: text('answer', { mode: 'json' }).$type<unknown>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callerId, table.requestId] })],
);
