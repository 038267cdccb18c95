import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { Instant, Line, listOf } from './common.ts';
import { action } from './event.ts';
import {
  ConsentText,
  ConsentWay,
  EnrolmentFrames,
  FaceHint,
  FaceReceipt,
  FaceTerm,
  Frame,
} from './face.ts';
import { route } from './route.ts';

// Enrolment of other people: at the desk, and from a folder of portraits

/** `outdated`: made by another embedder; such templates recognise nobody. */
const faceStates = ['none', 'current', 'outdated'] as const;
const FaceEntry = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  organisationName: z.string().nullable(),
  state: z.enum(faceStates),
  samples: z.number().int(),
  enrolledAt: Instant.nullable(),
  way: ConsentWay.nullable(),
  retainUntil: Instant.nullable(),
  /** Of a consent given now; for the form. */
  term: FaceTerm,
});
export type FaceEntry = z.infer<typeof FaceEntry>;

export const listFaces = route({
  method: 'GET',
  path: '/api/faces',
  summary: 'Whose face is enrolled, how and until when; never what it looks like',
  who: staff,
  response: listOf(FaceEntry).extend({
    available: z.boolean(),
    /** Null while recognition does not run. */
    embedder: z.string().nullable(),
    consentText: ConsentText,
    /** How long consent lasts, days. */
    retentionDays: z.number().int(),
  }),
});

const Enrolled = z.object({
  personId: Id,
  samples: z.number().int(),
  embedder: z.string(),
  at: Instant,
});
export type Enrolled = z.infer<typeof Enrolled>;

export const enrolPerson = action({
  name: 'face:enrol-person',
  summary: 'Enrol someone who is present and has signed the consent form; the frames are not kept',
  who: staff,
  request: z.object({
    personId: Id,
    /** Of the text on the form. */
    version: z.string().min(1).max(50),
    /** Where the signed form is kept. */
    proof: Line,
    frames: EnrolmentFrames,
  }),
  response: Enrolled,
});
export const forgetFaceOf = route({
  method: 'DELETE',
  path: '/api/people/:personId/face',
  summary: 'Withdraw consent for someone who asks for it at the desk, and delete their templates',
  who: staff,
  params: z.object({ personId: Id }),
  response: FaceReceipt,
});

/** What came of one line of an import; the last two are found out in the browser. */
const importOutcomes = [
  'added',
  'already_there',
  'kept_own',
  'enough',
  'no_such_person',
  'ambiguous_person',
  'office_missing',
  'office_differs',
  'no_consent',
  'consent_ended',
  'no_face',
  'several_faces',
  'too_small',
  'poor_picture',
  'broken_picture',
  'someone_elses',
  'another_person',
  'file_missing',
  'failed',
] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const importFace = action({
  name: 'face:import',
  summary:
    'Make a template from one portrait of a person who has consented on paper; the picture is not kept. The same again changes nothing',
  who: ['administrator'],
  request: z.object({
    /** User name or e-mail address; or the full name, and then the office tells which person of that name is meant. */
    person: z.string().normalize('NFC').trim().max(200),
    /** As it stands with the person, alone or with the organisation after a comma; empty when the list does not say. */
    office: z.string().normalize('NFC').trim().max(400),
    /** Where the signed form is kept; empty when the list does not say. */
    proof: z.string().normalize('NFC').trim().max(200),
    /** When it was signed; null when the list does not say. */
    consentedAt: Instant.nullable(),
    frame: Frame,
    /** Say what would come of it and keep nothing. */
    dryRun: z.boolean(),
  }),
  response: z.object({
    outcome: z.enum(importOutcomes),
    fullName: z.string().nullable(),
    hints: z.array(FaceHint),
    /** How many templates the person has now. */
    samples: z.number().int().nullable(),
  }),
});
