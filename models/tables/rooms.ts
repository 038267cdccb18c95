import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { record } from './columns.ts';

export const rooms = sqliteTable('rooms', {
  ...record(),
  name: text('name').notNull(),
  location: text('location').notNull(),
  seats: integer('seats').notNull(),
});
