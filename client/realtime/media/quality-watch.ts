import type { LineQuality } from '../../../models/contracts/media.ts';
import { type Sample, createSteady, judge, sampleOf } from './quality.ts';
import { type Way, entriesOf } from './transport.ts';

const sampleInterval = 3000;

/**
 * Looks at the statistics of both directions every few seconds.
 * @param tell hears the first finding and every lasting change
 * @returns what ends it
 */
export function watchQuality(
  ways: () => (Promise<Way> | undefined)[],
  tell: (quality: LineQuality) => void,
): () => void {
  let before: Sample | undefined;
  const steady = createSteady(tell);
  const look = async () => {
    const opened = await Promise.all(ways());
    const entries = await Promise.all(
      opened.flatMap((way) => (way ? [entriesOf(way.transport)] : [])),
    );
    const now = sampleOf(entries.flat());
    if (before) steady(judge(before, now));
    before = now;
  };
  const timer = setInterval(() => void look().catch(() => undefined), sampleInterval);
  return () => clearInterval(timer);
}
