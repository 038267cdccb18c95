import { z } from 'zod';
import { Id } from '../ids.ts';
import { runners } from './access.ts';
import { participantRoles } from './meetings.ts';
import { route } from './route.ts';

const heads = z.number().int().min(1).max(9);

/** Who keep the shares of the key of a verifiable secret poll, and how many of them must decrypt; null: all. */
export const TrusteesDraft = z.object({
  personIds: z.array(Id).min(2).max(9),
  needed: heads.nullable(),
});
export type TrusteesDraft = z.infer<typeof TrusteesDraft>;

/** Someone who can keep a share of the key. */
export const TrusteeCandidate = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  /** Null for one of the secretariat who does not take part in the meeting. */
  role: z.enum(participantRoles).nullable(),
});
export type TrusteeCandidate = z.infer<typeof TrusteeCandidate>;

export const listTrusteeCandidates = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/trustee-candidates',
  summary:
    'Who can keep the key of a verifiable secret poll: participants in the order of seats, then the secretariat',
  who: runners,
  params: z.object({ meetingId: Id }),
  response: z.object({ items: z.array(TrusteeCandidate) }),
});
