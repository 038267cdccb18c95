import { integer, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';
import { ofPerson } from './identity.ts';

/** Someone on a roll, with the name as it was when the roll was frozen. */
export const onRoll = () => ({
  personId: ofPerson().notNull(),
  fullName: text('full_name').notNull(),
  office: text('office').notNull(),
  isChair: integer('is_chair', { mode: 'boolean' }).notNull(),
  position: integer('position').notNull(),
  weight: integer('weight').notNull().default(1),
});

/** What was entered for someone on a roll, until a second person has confirmed or refused it. */
export const enteredForThem = () => ({
  enteredBy: ofPerson('entered_by').notNull(),
  enteredAt: instant('entered_at').notNull(),
  confirmed: integer('confirmed', { mode: 'boolean' }),
  decidedBy: ofPerson('decided_by'),
  decidedAt: instant('decided_at'),
});
