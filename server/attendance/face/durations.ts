/** Upper ends of the buckets, ms. */
const ENDS = [10, 20, 30, 50, 100, 200, 500, 1000, 5000];

/** How long frames took, counted in buckets, as Prometheus reads it. */
export interface Durations {
  observe(ms: number): void;
  /** `ms_le_N` frames that took at most N ms, and `ms_sum` over all frames. */
  read(): Record<string, number>;
}

export function createDurations(): Durations {
  const counts = ENDS.map(() => 0);
  let sum = 0;
  return {
    observe(ms) {
      sum += ms;
      for (const [i, end] of ENDS.entries()) if (ms <= end) counts[i]! += 1;
    },
    read: () => ({
      ...Object.fromEntries(ENDS.map((end, i) => [`ms_le_${end}`, counts[i]!])),
      ms_sum: Math.round(sum),
    }),
  };
}
