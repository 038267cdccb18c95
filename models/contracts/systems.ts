import { z } from 'zod';
import { Id } from '../ids.ts';
import { systemScopes } from './access.ts';
import { Roll } from './attendance.ts';
import { Instant, Line, listOf } from './common.ts';
import { ConsentText, FaceHint } from './face.ts';
import { Device, Username } from './identity.ts';
import { MeetingSummary } from './meetings.ts';
import { route } from './route.ts';

// Tokens for other computer systems

const Scopes = z
  .array(z.enum(systemScopes))
  .min(1)
  .transform((chosen) => systemScopes.filter((scope) => chosen.includes(scope)));
/** How long a token is good, days. */
const TokenDays = z.number().int().min(1).max(730);
const systemParams = z.object({ deviceId: Id });
/** `token` is shown this once; of it only a hash is kept. */
const Issued = z.object({ device: Device, token: z.string() });
export type Issued = z.infer<typeof Issued>;

export const createSystem = route({
  method: 'POST',
  path: '/api/systems',
  summary: 'Let another computer system in; its token is in this answer and nowhere else',
  who: ['administrator'],
  body: z.object({ name: Line, scopes: Scopes, days: TokenDays }),
  response: Issued,
});
export const renewSystemToken = route({
  method: 'POST',
  path: '/api/systems/:deviceId/token',
  summary: 'Make a new token for a system; the old one ends at once',
  who: ['administrator'],
  params: systemParams,
  body: z.object({ days: TokenDays }),
  response: Issued,
});

// What another system can do with its token

/** Bytes of a JPEG, PNG or WebP. */
const Picture = z.instanceof(Uint8Array);
const meetingParams = z.object({ meetingId: Id });

const SystemMeeting = MeetingSummary.omit({ myRole: true });
export const listSystemMeetings = route({
  method: 'GET',
  path: '/api/v1/meetings',
  summary: 'Meetings that take check-ins now: open or about to start',
  who: ['system'],
  response: listOf(SystemMeeting),
});
export const getSystemRoll = route({
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/roll',
  summary: 'The roll with the quorum; how each state came about only with the scope read_evidence',
  who: ['system:read_roll'],
  params: meetingParams,
  response: Roll,
});
export const findSystemPerson = route({
  method: 'GET',
  path: '/api/v1/people',
  summary: 'The person with a user name, to learn their id',
  who: ['system:enrol', 'system:check_in'],
  query: z.object({ username: Username }),
  response: z.object({ personId: Id, fullName: z.string(), faceEnrolled: z.boolean() }),
});

const Present = z.object({
  outcome: z.literal('welcome'),
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  seat: z.string(),
  at: Instant,
  /** True when the person was on the roll as present before. */
  already: z.boolean(),
});
export const SystemCheckIn = z.discriminatedUnion('outcome', [
  Present,
  /** Like someone's face, but not surely; or a living person must be seen at a kiosk. Check in by name after looking. */
  z.object({ outcome: z.literal('unsure') }),
  z.object({ outcome: z.literal('unknown') }),
  z.object({ outcome: z.literal('look_again'), hints: z.array(FaceHint) }),
]);
export type SystemCheckIn = z.infer<typeof SystemCheckIn>;
export const systemCheckInByFace = route({
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/face-check-ins',
  summary:
    'Find the person on the pictures among the delegates and mark them present; with personId, compare with this person only. Send two to five pictures of one moment: a single one recognises nobody without personId',
  who: ['system:check_in'],
  params: meetingParams,
  query: z.object({ personId: Id.optional() }),
  upload: { most: 5 },
  body: z.array(Picture).min(1).max(5),
  response: SystemCheckIn,
});
export const systemCheckIn = route({
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/check-ins',
  summary: 'Mark a named person present whom the other system has recognised by its own means',
  who: ['system:check_in'],
  params: meetingParams,
  body: z.object({ personId: Id }),
  response: Present,
});

export const getSystemConsentText = route({
  method: 'GET',
  path: '/api/v1/consent-text',
  summary: 'The text that people agree to before their face is enrolled, with its version',
  who: ['system:enrol'],
  response: ConsentText,
});
export const systemEnrol = route({
  method: 'PUT',
  path: '/api/v1/people/:personId/face',
  summary:
    'Make templates from pictures of one person who has consented; earlier ones are replaced, pictures are not kept',
  who: ['system:enrol'],
  params: z.object({ personId: Id }),
  query: z.object({
    /** Version of the consent text that the person agreed to. */
    consentVersion: z.string().min(1).max(50),
    /** Where the signed consent can be found: a number or a file name. */
    consentProof: Line,
  }),
  upload: { most: 8 },
  body: z.array(Picture).min(1).max(8),
  response: z.object({
    personId: Id,
    samples: z.number().int(),
    embedder: z.string(),
    at: Instant,
  }),
});
