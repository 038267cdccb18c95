/** One labelled pair of pictures; a face that was not found is infinitely far from every other. */
export interface Pair {
  same: boolean;
  distance: number;
}

/** Shares are 0…1. */
export interface Accuracy {
  /** True accepts at the largest threshold that accepts at most 1 % (0.1 %) of different people. */
  tar_at_far_1pct: number;
  tar_at_far_01pct: number;
  /** Where as many of the same are refused as of different people accepted. */
  eer: number;
  /** The threshold in force, and what it means on these pictures. */
  threshold: number;
  tar_at_threshold: number;
  far_at_threshold: number;
}

/** What a threshold of distance is worth on labelled pairs. */
export function accuracy(pairs: readonly Pair[], threshold: number): Accuracy {
  const same = distances(pairs, true);
  const different = distances(pairs, false);
  return {
    tar_at_far_1pct: tarAtFar(same, different, 0.01),
    tar_at_far_01pct: tarAtFar(same, different, 0.001),
    eer: equalErrorRate(same, different),
    threshold,
    tar_at_threshold: shareWithin(same, threshold),
    far_at_threshold: shareWithin(different, threshold),
  };
}

function distances(pairs: readonly Pair[], same: boolean): number[] {
  return pairs
    .filter((pair) => pair.same === same)
    .map((pair) => pair.distance)
    .toSorted((a, b) => a - b);
}

/** Share of sorted distances that are at most the limit. */
function shareWithin(sorted: readonly number[], limit: number): number {
  if (sorted.length === 0) return 0;
  let [within, beyond] = [0, sorted.length];
  while (within < beyond) {
    const middle = (within + beyond) >> 1;
    if (sorted[middle]! > limit) beyond = middle;
    else within = middle + 1;
  }
  return within / sorted.length;
}

function tarAtFar(same: readonly number[], different: readonly number[], far: number): number {
  const accepted = Math.floor(far * different.length);
  const firstRefused = different[accepted] ?? Infinity;
  // Strictly below: the next different pair must stay out even where distances are equal.
  return same.filter((distance) => distance < firstRefused).length / Math.max(1, same.length);
}

function equalErrorRate(same: readonly number[], different: readonly number[]): number {
  let best = { gap: Infinity, rate: 1 };
  for (const limit of [...same, ...different]) {
    const far = shareWithin(different, limit);
    const frr = 1 - shareWithin(same, limit);
    const gap = Math.abs(far - frr);
    if (gap < best.gap) best = { gap, rate: (far + frr) / 2 };
  }
  return best.rate;
}
