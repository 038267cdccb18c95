import { z } from 'zod';
import { AuditAction } from './audit.ts';
import { Id } from '../ids.ts';
import { Instant } from './common.ts';
import { action } from './event.ts';
import { route } from './route.ts';

export const mostFrameBytes = 500_000;
/** A JPEG of at most 640×480 or so; the server forgets it as soon as it is measured. */
export const Frame = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= mostFrameBytes);

const faceHints = [
  'no_face',
  'several_faces',
  'too_small',
  'look_straight',
  'more_light',
  'less_light',
  'hold_still',
] as const;
export const FaceHint = z.enum(faceHints);
export type FaceHint = z.infer<typeof FaceHint>;

// What is held about the own face

/** `self`: in the own browser; `desk`: on paper before the secretary; `import`: a signed list; `system`: told by another system. */
export const consentWays = ['self', 'desk', 'import', 'system'] as const;
export const ConsentWay = z.enum(consentWays);

/** `withdrawn` by the person, `desk` at their wish by the secretary, `closed` with the account, `retention` at its date. */
export const deletionReasons = ['withdrawn', 'desk', 'closed', 'retention'] as const;
const DeletionReason = z.enum(deletionReasons);

export const ConsentText = z.object({
  version: z.string(),
  vi: z.array(z.string()),
  en: z.array(z.string()),
});
/** How long a consent given now would last, and the body that has it so short; null: all are kept so long. */
export const FaceTerm = z.object({ days: z.number().int(), bodyName: z.string().nullable() });
export type FaceTerm = z.infer<typeof FaceTerm>;
const Consent = z.object({
  version: z.string(),
  givenAt: Instant,
  way: ConsentWay,
  /** Where the signed form can be found, when it was not given here. */
  proof: z.string().nullable(),
  takenByName: z.string().nullable(),
  /** On this day the templates go by themselves. */
  retainUntil: Instant,
});
export const FaceStatus = z.object({
  /** False when the server runs without a recognition service. */
  available: z.boolean(),
  consentText: ConsentText,
  term: FaceTerm,
  consent: Consent.extend({ endsSoon: z.boolean() }).nullable(),
  enrolled: z
    .object({
      at: Instant,
      samples: z.number().int(),
      embedder: z.string(),
      /** False when they were made by another embedder than the one in use, and recognise nobody. */
      current: z.boolean(),
    })
    .nullable(),
});
export type FaceStatus = z.infer<typeof FaceStatus>;

/** Something that was done with the data of the own face. */
const FaceTrace = z.object({
  id: Id,
  at: Instant,
  action: AuditAction,
  actorKind: z.enum(['person', 'device', 'system', 'nobody']),
  actorName: z.string(),
  meeting: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type FaceTrace = z.infer<typeof FaceTrace>;
const Deletion = z.object({ at: Instant, deleted: z.number().int(), because: DeletionReason });

export const getMyFace = route({
  method: 'GET',
  path: '/api/me/face',
  summary: 'What is held about the own face, and the consent text in force',
  who: ['person'],
  response: FaceStatus,
});
export const getMyFaceTrace = route({
  method: 'GET',
  path: '/api/me/face/trace',
  summary: 'What was done with the data of the own face, newest first: at most the last 300 acts',
  who: ['person'],
  response: z.object({ items: z.array(FaceTrace) }),
});
export const exportMyFace = route({
  method: 'POST',
  path: '/api/me/face/export',
  summary: 'All that is held about the own face, except the sealed templates themselves',
  who: ['person'],
  response: z.object({
    at: Instant,
    person: z.object({ fullName: z.string(), office: z.string() }),
    consents: z.array(Consent.extend({ endedAt: Instant.nullable() })),
    templates: z.array(z.object({ createdAt: Instant, embedder: z.string(), keyId: z.string() })),
    checkIns: z.array(
      z.object({
        at: Instant,
        meeting: z.string(),
        score: z.number().nullable(),
        liveness: z.number().nullable(),
      }),
    ),
    deletions: z.array(Deletion),
    trace: z.array(FaceTrace),
  }),
});
export const giveConsent = route({
  method: 'POST',
  path: '/api/me/face/consent',
  summary: 'Agree to the consent text of the given version; again before its end to go on',
  who: ['person'],
  body: z.object({ version: z.string().min(1).max(50) }),
  response: FaceStatus,
});

/** What is handed out after a deletion; `code` is nowhere else, and `checkFaceReceipt` confirms it. */
export const FaceReceipt = Deletion.extend({ code: z.string(), fullName: z.string() });
export type FaceReceipt = z.infer<typeof FaceReceipt>;

export const forgetMyFace = route({
  method: 'DELETE',
  path: '/api/me/face',
  summary: 'Withdraw consent and delete the own templates for good',
  who: ['person'],
  response: FaceReceipt,
});
export const checkFaceReceipt = route({
  method: 'GET',
  path: '/api/face-receipts/:code',
  summary: 'Whether a receipt of a deletion is genuine; `not_found` when it is not',
  who: ['anyone'],
  params: z.object({ code: z.string().min(1).max(60) }),
  response: FaceReceipt.omit({ code: true }),
});

// Pictures for enrolment

export const checkFrame = action({
  name: 'face:check',
  summary: 'Say what to better about a frame before it is used for enrolment; nothing is kept',
  who: ['person'],
  request: z.object({ frame: Frame }),
  response: z.object({
    hints: z.array(FaceHint),
    good: z.boolean(),
    /** 0 frontal, about ±1 in profile; positive when the nose is to the right in the picture. */
    yaw: z.number().nullable(),
  }),
});
/** From three good frames; more make it surer. */
export const EnrolmentFrames = z.array(Frame).min(3).max(8);
export const enrolFace = action({
  name: 'face:enrol',
  summary:
    'Make templates from good frames of the own face; the frames are not kept. A refusal for quality says which frames were at fault',
  who: ['person'],
  request: z.object({ frames: EnrolmentFrames }),
  response: FaceStatus,
});
