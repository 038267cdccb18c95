import { type Gallery, type Identification, identify } from './matcher.ts';
import type { Thresholds } from './types.ts';

export type Decision =
  /** `score` is the smallest distance among the frames that agree. */
  | { outcome: 'recognised'; personId: string; score: number }
  /** Someone's likeness, but not surely: the person confirms by another way. */
  | { outcome: 'unsure'; personId: string; score: number }
  | { outcome: 'unknown' };

/** Frames that must agree; one frame alone never recognises anyone. */
export const AGREEING_FRAMES = 2;
/** Below this the middle score of the frames is doubtful. */
const DOUBTFUL_LIVENESS = 0.5;

/**
 * Decides who stands before the camera from the embeddings of several frames, taken within a second or so.
 * @param embeddings at least one, of the embedder that the thresholds belong to
 */
export function decide(
  embeddings: readonly Float32Array[],
  gallery: Gallery,
  thresholds: Thresholds,
): Decision {
  return decideMatches(embeddings.map((vector) => identify(vector, gallery, thresholds)));
}

/**
 * Recognised is who at least two frames, and more than half of all, name surely, while no frame names anyone
 * else, not even doubtfully.
 */
export function decideMatches(matches: readonly Identification[]): Decision {
  const named = matches.filter((match) => match.outcome !== 'none');
  const nearest = named.toSorted((a, b) => a.distance - b.distance)[0];
  if (!nearest?.personId) return { outcome: 'unknown' };
  const { personId, distance: score } = nearest;
  const sure = named.filter((match) => match.outcome === 'match');
  const agreed =
    sure.length >= AGREEING_FRAMES &&
    sure.length * 2 > matches.length &&
    named.every((match) => match.personId === personId);
  return { outcome: agreed ? 'recognised' : 'unsure', personId, score };
}

/**
 * Whether the frames look more like a print or a screen than like a person: a flag for people to look, never a
 * refusal. Frames without a score count for nothing.
 */
export function isLivenessDoubtful(scores: readonly (number | null)[]): boolean {
  const known = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)];
  return middle !== undefined && middle < DOUBTFUL_LIVENESS;
}
