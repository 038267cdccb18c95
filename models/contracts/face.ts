import { z } from 'zod';
import { Instant } from './common.ts';
import { action } from './event.ts';
import { route } from './route.ts';

/** A JPEG of at most 640×480 or so; the server forgets it as soon as it is measured. */
export const Frame = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 500_000);

export const faceHints = [
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

// Enrolment of the own face

/** `self`: in the own browser; `desk`: on paper before the secretary; `import`: a signed list; `system`: told by another system. */
export const consentWays = ['self', 'desk', 'import', 'system'] as const;
export const ConsentWay = z.enum(consentWays);

/** `withdrawn` by the person, `desk` at their wish by the secretary, `closed` with the account, `retention` at its date. */
export const deletionReasons = ['withdrawn', 'desk', 'closed', 'retention'] as const;
export const DeletionReason = z.enum(deletionReasons);

export const ConsentText = z.object({
  version: z.string(),
  vi: z.array(z.string()),
  en: z.array(z.string()),
});
export const FaceStatus = z.object({
  /** False when the server runs without a recognition service. */
  available: z.boolean(),
  consentText: ConsentText,
  consent: z.object({ version: z.string(), givenAt: Instant }).nullable(),
  enrolled: z
    .object({ at: Instant, samples: z.number().int(), embedder: z.string(), current: z.boolean() })
    .nullable(),
});
export type FaceStatus = z.infer<typeof FaceStatus>;

export const getMyFace = route({
  method: 'GET',
  path: '/api/me/face',
  summary: 'What is held about the own face, and the consent text in force',
  who: ['person'],
  response: FaceStatus,
});
export const giveConsent = route({
  method: 'POST',
  path: '/api/me/face/consent',
  summary: 'Agree to the consent text of the given version',
  who: ['person'],
  body: z.object({ version: z.string().min(1).max(50) }),
  response: FaceStatus,
});
export const forgetMyFace = route({
  method: 'DELETE',
  path: '/api/me/face',
  summary: 'Withdraw consent and delete the own templates for good',
  who: ['person'],
  response: z.object({ deleted: z.number().int(), at: Instant, receipt: z.string() }),
});
export const checkFrame = action({
  name: 'face:check',
  summary: 'Say what to better about a frame before it is used for enrolment; nothing is kept',
  who: ['person'],
  request: z.object({ frame: Frame }),
  response: z.object({ hints: z.array(FaceHint), good: z.boolean() }),
});
export const enrolFace = action({
  name: 'face:enrol',
  summary: 'Make templates from good frames of the own face; the frames are not kept',
  who: ['person'],
  request: z.object({ frames: z.array(Frame).min(3).max(8) }),
  response: FaceStatus,
});
