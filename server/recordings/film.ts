import { rename, rm, stat, writeFile } from 'node:fs/promises';
import type { TimelineEntry } from '../../models/contracts/recordings.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { type RecordingFolder, readParts } from './files.ts';

export interface Film {
  seconds: number;
  bytes: number;
}

/**
 * Puts picture and sounds together into one WebM file and removes the parts. The picture is taken as it is; all
 * sounds become one. May be tried again after it failed or was cut short.
 * @param timeline becomes chapters
 * @throws Error when there is nothing, or ffmpeg fails; the parts stay
 */
export async function makeFilm(
  ffmpeg: Ffmpeg,
  folder: RecordingFolder,
  timeline: (seconds: number) => Promise<readonly TimelineEntry[]>,
): Promise<Film> {
  const parts = await readParts(folder);
  if (parts === null) throw new Error('nothing was written');
  const { picture, sounds, seconds } = parts;
  await writeFile(folder.chapters, chaptersOf(await timeline(seconds)));
  const length = await ffmpeg.run(
    [
      ['-i', picture, '-f', 'lavfi', '-t', String(seconds), '-i', 'anullsrc=r=48000:cl=stereo'],
      ...sounds.map((sound) => ['-i', sound]),
      ['-f', 'ffmetadata', '-i', folder.chapters, '-map_chapters', String(sounds.length + 2)],
      ['-filter_complex', mixOf(sounds.length), '-map', '0:v', '-map', '[mixed]'],
      ['-c:v', 'copy', '-c:a', 'libopus', '-b:a', '96k', '-f', 'webm', folder.unfinished],
    ].flat(),
  );
  await rename(folder.unfinished, folder.film);
  await rm(folder.parts, { recursive: true });
  return { seconds: length, bytes: (await stat(folder.film)).size };
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

function chaptersOf(timeline: readonly TimelineEntry[]): string {
  const chapters = timeline.map(({ fullName, from, to }) =>
    [
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${Math.round(from * 1000)}`,
      `END=${Math.round(to * 1000)}`,
      `title=${fullName.replaceAll(/[=;#\\\n]/g, String.raw`\$&`)}`,
    ].join('\n'),
  );
  return `${[';FFMETADATA1', ...chapters].join('\n')}\n`;
}
