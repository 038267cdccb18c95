import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { chatAudiences } from '../contracts/chat.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofMeeting } from './meetings.ts';

export const chatMessages = sqliteTable(
  'chat_messages',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    fromId: ofPerson('from_id').notNull(),
    audience: text('audience', { enum: chatAudiences }).notNull(),
    /** Whom the secretariat answers. */
    toId: ofPerson('to_id'),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('chat_messages_meeting').on(table.meetingId, table.id)],
);
