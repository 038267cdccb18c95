import { z } from 'zod';
import { Id } from '../ids.ts';

const heads = z.number().int().min(1).max(9);

/** Who keep the shares of the key of a verifiable secret poll, and how many of them must decrypt; null: all. */
export const TrusteesDraft = z.object({
  personIds: z.array(Id).min(2).max(9),
  needed: heads.nullable(),
});
export type TrusteesDraft = z.infer<typeof TrusteesDraft>;
