import type { FaceHint } from '../../../models/contracts/attendance.ts';
import type { Identification } from './matcher.ts';

/** One frame of a person before the camera, with what the matcher made of it; null where it had no embedding. */
export interface SeenFrame {
  match: Identification | null;
  hints: readonly FaceHint[];
  liveness: number | null;
}

export type Decision =
  | { outcome: 'recognised'; personId: string; distance: number; doubtfulLiveness: boolean }
  /** Someone's likeness, but not surely: the person confirms by another way. */
  | { outcome: 'unsure'; personId: string; distance: number; doubtfulLiveness: boolean }
  | { outcome: 'unknown'; doubtfulLiveness: boolean }
  /** No frame was good enough to say anything. */
  | { outcome: 'look_again'; hints: FaceHint[] };

/** Frames that must agree; one frame alone never recognises anyone. */
export const AGREEING_FRAMES = 2;
/** Below this the middle score of the frames is doubtful; a flag for people to look, never a refusal. */
const DOUBTFUL_LIVENESS = 0.5;

/**
 * Decides over several frames. Recognised is who at least two frames, and more than half of those with an
 * embedding, name surely, while no frame names anyone else, not even doubtfully.
 */
export function decide(frames: readonly SeenFrame[]): Decision {
  const matches = frames.flatMap(({ match }) => (match ? [match] : []));
  if (matches.length === 0) return { outcome: 'look_again', hints: commonHints(frames) };
  const doubtfulLiveness = isDoubtful(frames);
  const named = matches.filter((match) => match.outcome !== 'none');
  const nearest = named.toSorted((a, b) => a.distance - b.distance)[0];
  if (!nearest?.personId) return { outcome: 'unknown', doubtfulLiveness };
  const { personId, distance } = nearest;
  const sure = named.filter((match) => match.outcome === 'match' && match.personId === personId);
  const agreed =
    sure.length >= AGREEING_FRAMES &&
    sure.length * 2 > matches.length &&
    named.every((match) => match.personId === personId);
  return { outcome: agreed ? 'recognised' : 'unsure', personId, distance, doubtfulLiveness };
}

/** The hints that most frames gave come first. */
function commonHints(frames: readonly SeenFrame[]): FaceHint[] {
  const counts = new Map<FaceHint, number>();
  for (const hint of frames.flatMap((frame) => frame.hints)) {
    counts.set(hint, (counts.get(hint) ?? 0) + 1);
  }
  const hints = [...counts].toSorted((a, b) => b[1] - a[1]).map(([hint]) => hint);
  return hints.length > 0 ? hints : ['no_face'];
}

function isDoubtful(frames: readonly SeenFrame[]): boolean {
  const scores = frames.flatMap(({ liveness }) => (liveness === null ? [] : [liveness]));
  const middle = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)];
  return middle !== undefined && middle < DOUBTFUL_LIVENESS;
}
