import type { TurnFrames } from '../../models/contracts/challenge.ts';
import type { FaceHint } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, deviceOf } from '../platform/caller.ts';
import { type Decision, decide, isLivenessDoubtful } from './face/decision.ts';
import type { Gallery } from './face/matcher.ts';
import type { Door } from './kiosk.ts';
import { welcome } from './kiosk-welcome.ts';

/** What a few pictures of one person say. */
type Look =
  | { outcome: 'no_face'; hints: FaceHint[] }
  | {
      outcome: 'seen';
      decision: Decision;
      gallery: Gallery;
      liveness: number | null;
      livenessDoubtful: boolean;
    };

/** Compares with the delegates of this meeting only: fewer people, fewer mistakes. */
export async function lookAt(
  door: Pick<Door, 'face' | 'templates' | 'database' | 'meetings'>,
  meetingId: Id,
  frames: Uint8Array[],
  source: Id,
): Promise<Look> {
  const { database, meetings } = door;
  const [face, templates] = [door.face(), door.templates()];
  if (face === null || templates === null) throw new AppError('face_unavailable');
  const analyses = await Promise.all(
    frames.map((frame) => face.analyse(frame, 'check-in', { source })),
  );
  const embeddings = analyses.flatMap(({ embedding }) => embedding ?? []);
  if (embeddings.length === 0)
    return { outcome: 'no_face', hints: [...new Set(analyses.flatMap(({ hints }) => hints))] };
  const delegates = await meetings.participantsOf(database.read, meetingId);
  const gallery = await templates.galleryOf(
    database.read,
    delegates.map(({ personId }) => personId),
    { purpose: 'check_in', meetingId },
  );
  const scores = analyses.map(({ liveness }) => liveness);
  return {
    outcome: 'seen',
    decision: decide(embeddings, gallery, face.thresholds),
    gallery,
    liveness: middleOf(scores),
    livenessDoubtful: isLivenessDoubtful(scores),
  };
}

export async function recognise(
  door: Door,
  caller: Caller,
  { meetingId, frames }: { meetingId: Id; frames: Uint8Array[] },
) {
  const { deviceId } = deviceOf(caller);
  const look = await lookAt(door, meetingId, frames, deviceId);
  if (look.outcome === 'no_face') return { outcome: 'look_again' as const, hints: look.hints };
  const { decision, gallery, liveness, livenessDoubtful } = look;
  if (decision.outcome === 'unknown') return { outcome: 'unknown' as const };
  const { personId, score } = decision;
  const doubt = { meetingId, personId, score, liveness };
  if (decision.outcome === 'unsure') {
    door.doubts.keep(deviceId, doubt);
    return { outcome: 'unsure' as const };
  }
  const isNeeded = await asksForTurn(door, meetingId, personId, livenessDoubtful);
  if (!isNeeded) return welcomeByFace(door, caller, { ...doubt, livenessDoubtful });
  const reference = vectorOf(gallery, personId);
  const challenge = door.challenges.issue({ asker: deviceId, reference, ...doubt });
  if (challenge !== null) return { outcome: 'challenge' as const, challenge };
  door.doubts.keep(deviceId, doubt);
  return { outcome: 'unsure' as const };
}

/** The answer to a challenge; whoever passes is on the roll. */
export async function turn(
  door: Door,
  caller: Caller,
  { meetingId, challengeId, frames }: { meetingId: Id; challengeId: Id; frames: TurnFrames },
) {
  const { deviceId } = deviceOf(caller);
  const verdict = await door.challenges.answer({ asker: deviceId, meetingId }, challengeId, frames);
  if (verdict.passed) return welcomeByFace(door, caller, { ...verdict.subject, challenged: true });
  const { reason, triesLeft } = verdict;
  return { outcome: 'not_turned' as const, reason, triesLeft };
}

/** Where the body demands it, or the face looks like a print or a screen. Not of someone who is on the roll already. */
async function asksForTurn(
  { meetings, attendance, database }: Door,
  meetingId: Id,
  personId: Id,
  livenessDoubtful: boolean,
): Promise<boolean> {
  const { challenge } = await meetings.attendanceSettingsOf(database.read, meetingId);
  if (challenge !== 'always' && !livenessDoubtful) return false;
  return (await attendance.stateOf(database.read, meetingId, personId)) !== 'in_person';
}

interface ByFace {
  meetingId: Id;
  personId: Id;
  score: number;
  liveness: number | null;
  livenessDoubtful?: boolean;
  challenged?: boolean;
}

function welcomeByFace(door: Door, caller: Caller, found: ByFace) {
  const { meetingId, personId, score, liveness, livenessDoubtful, challenged } = found;
  return welcome(door, caller, {
    meetingId,
    personId,
    method: 'face',
    score,
    ...(liveness !== null && { liveness }),
    ...(livenessDoubtful && { livenessDoubtful }),
    ...(challenged && { challenged }),
  });
}

function vectorOf({ vectors, dimensions, personIds }: Gallery, personId: Id): Float32Array {
  const at = personIds.indexOf(personId) * dimensions;
  return vectors.slice(at, at + dimensions);
}

function middleOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
