import { v7 } from 'uuid';
import { z } from 'zod';

/** Every id is a UUID of version 7: unique without a coordinator, and sorted by the time it was made. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A new id. */
export const newId = (): Id => v7();
