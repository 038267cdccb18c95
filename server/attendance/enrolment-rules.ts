import { type Gallery, identify, meanTemplate } from './face/matcher.ts';
import type { Thresholds } from './face/types.ts';
import { distance } from './face/vectors.ts';

/** Whether frames that one person took at one sitting do show one person: each lies near their mean. */
export function samePerson(vectors: readonly Float32Array[], thresholds: Thresholds): boolean {
  const mean = meanTemplate(vectors);
  return vectors.every((vector) => distance(vector, mean) <= thresholds.verify);
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
