import { integer, text } from 'drizzle-orm/sqlite-core';

/** A UUID primary key. */
export const id = () => text('id').primaryKey();

/** A moment in UTC, ISO 8601, so that text order is time order. */
export const instant = (name: string) => text(name);

/** The columns that every catalogue record has. */
export const record = () => ({
  id: id(),
  revision: integer('revision').notNull().default(0),
  closedAt: instant('closed_at'),
});
