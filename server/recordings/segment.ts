import type { Ffmpeg } from './ffmpeg.ts';
import type { Streams } from './files.ts';
import { oneSize } from './one-size.ts';
import type { Size } from './picture-plan.ts';

interface SegmentWish {
  streams: Streams;
  /** For what is made on the way; it is removed with the streams. */
  folder: string;
  /** How long it is to be. */
  seconds: number;
  /** Of the picture; the largest that is shown when left out. */
  canvas?: Size;
  file: string;
}

/** Makes one WebM file of a take: the picture in one size, all sounds as one. */
export async function makeSegment(
  ffmpeg: Ffmpeg,
  { streams: { picture, sounds }, folder, seconds, canvas, file }: SegmentWish,
): Promise<void> {
  const shown = await oneSize(ffmpeg, picture, folder, seconds, canvas);
  const length = String(Math.max(0.1, seconds));
  await ffmpeg.run(
    [
      [...shown, '-f', 'lavfi', '-t', length, '-i', 'anullsrc=r=48000:cl=stereo'],
      ...sounds.map((sound) => ['-i', sound]),
      ['-filter_complex', mixOf(sounds.length), '-map', '0:v', '-map', '[mixed]'],
      ['-c:v', 'copy', '-c:a', 'libopus', '-b:a', '96k', '-f', 'webm', file],
    ].flat(),
  );
}

/**
 * Silence of the whole length, and every voice on it: so there is sound from the first to the last moment, also
 * where nobody was heard. The limiter keeps voices that come together from being distorted.
 */
function mixOf(count: number): string {
  const voices = Array.from({ length: count }, (_, index) => index + 2);
  const straightened = voices.map((at) => `[${at}:a]aresample=async=1:first_pts=0[v${at}];`);
  const inputs = `[1:a]${voices.map((at) => `[v${at}]`).join('')}`;
  const mix = `amix=inputs=${count + 1}:duration=first:normalize=0`;
  return `${straightened.join('')}${inputs}${mix},alimiter=limit=0.95:level=disabled[mixed]`;
}
