import { type Gallery, identify, meanTemplate } from './face/matcher.ts';
import type { Thresholds } from './face/types.ts';
import { distance } from './face/vectors.ts';

/**
 * Whether frames of one sitting show one person: every two of them do. Nearness to their mean is not enough, as the
 * mean of two people lies near to both.
 */
export function samePerson(vectors: readonly Float32Array[], thresholds: Thresholds): boolean {
  return vectors.every((one, at) =>
    vectors.slice(at + 1).every((other) => distance(one, other) <= thresholds.verify),
  );
}

/** Whether the face is so near to someone else's that a search would take it for theirs. */
export function belongsToAnother(
  vectors: readonly Float32Array[],
  others: Gallery,
  thresholds: Thresholds,
): boolean {
  const nearest = identify(meanTemplate(vectors), others, thresholds);
  return nearest.distance <= thresholds.identify;
}
