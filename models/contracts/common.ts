import { z } from 'zod';
import { Id } from '../ids.ts';

/** Half of a surrogate pair is no character: it has no UTF-8 and can be neither hashed nor kept. */
const isText = (text: string): boolean => !/\p{Surrogate}/u.test(text);
const text = (most: number) => z.string().refine(isText).normalize('NFC').trim().max(most);

/** A line of text as people type it: composed (NFC), trimmed, not empty. */
export const Line = text(200).min(1);

/** A longer text, such as a reason or a question. */
export const Text = text(2000).min(1);

/** A text that may be left empty. */
export const OptionalLine = text(200);

/** A moment in UTC, ISO 8601. Shown in Asia/Ho_Chi_Minh. */
export const Instant = z.iso.datetime();

/** Counts the changes of a record; an edit names the revision it saw, and loses to a newer one (`conflict`). */
export const Revision = z.number().int().nonnegative();

export const Done = z.object({ done: z.literal(true) });

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

/** A query parameter of `true` or `false`. */
export const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((flag) => flag === 'true');

/** An edit of a catalogue record: the whole record as it should be, and the revision it started from. */
export const editOf = <Shape extends z.ZodRawShape>(draft: z.ZodObject<Shape>) =>
  draft.extend({ revision: Revision, closed: z.boolean() });

/** What every catalogue record has beside its own fields. */
export const recordFields = {
  id: Id,
  revision: Revision,
  closedAt: Instant.nullable(),
};
