import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { chatAudiences } from '../contracts/chat.ts';
import { id, instant } from './columns.ts';
import { people } from './identity.ts';
import { meetings } from './meetings.ts';

export const chatMessages = sqliteTable(
  'chat_messages',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    fromId: text('from_id')
      .notNull()
      .references(() => people.id),
    audience: text('audience', { enum: chatAudiences }).notNull(),
    /** Whom the secretariat answers. */
    toId: text('to_id').references(() => people.id),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('chat_messages_meeting').on(table.meetingId, table.id)],
);
