import { v7 } from 'uuid';
import { z } from 'zod';

/** Every id is a UUID of version 7: unique without a coordinator, and sorted by the time it was made. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A new id. */
export const newId = (): Id => v7();

/** When an id was made, to the millisecond: the first 48 bits of it. */
export const timeOfId = (id: Id): string =>
  new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
