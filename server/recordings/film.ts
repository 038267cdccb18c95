import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ffmpeg } from './ffmpeg.ts';
import { type RecordingFolder, readStreams, settleTakes } from './files.ts';
import { blocksOf } from './matroska-blocks.ts';
import { type Run, type Size, canvasFor, readRuns } from './picture-plan.ts';
import { makeSegment } from './segment.ts';

const Canvas = z.object({ width: z.number(), height: z.number() });

export interface Film {
  seconds: number;
  bytes: number;
}

export interface Chapter {
  title: string;
  from: number;
  to: number;
}

/** Nothing came while it was recorded. */
export class NothingRecorded extends Error {}

/**
 * Puts all takes together into one WebM file and removes the parts. May be tried again after it failed or was cut
 * short: what is made is not made again.
 * @throws NothingRecorded
 * @throws Error when ffmpeg fails; what was written stays
 */
export async function makeFilm(
  ffmpeg: Ffmpeg,
  folder: RecordingFolder,
  chapters: () => Promise<readonly Chapter[]>,
): Promise<Film> {
  const segments: string[] = [];
  const lengths = (await settleTakes(folder)).map(({ seconds }) => seconds);
  const takes = lengths.map((_, index) => join(folder.parts, String(index + 1)));
  const canvas = await canvasOf(folder, takes);
  for (const [index, take] of takes.entries()) {
    const segment = await segmentOf(ffmpeg, take, lengths[index] ?? 0, canvas);
    if (segment !== null) segments.push(segment);
  }
  if (segments.length === 0) throw new NothingRecorded('nothing was written');
  const list = join(folder.parts, 'segments.txt');
  await writeFile(list, segments.map((segment) => `file '${segment}'\n`).join(''));
  await writeFile(folder.chapters, chaptersOf(await chapters()));
  const seconds = await ffmpeg.run(
    [
      ['-f', 'concat', '-safe', '0', '-i', list, '-f', 'ffmetadata', '-i', folder.chapters],
      ['-map_chapters', '1', '-map', '0', '-c', 'copy', '-f', 'webm', folder.unfinished],
    ].flat(),
  );
  await rename(folder.unfinished, folder.film);
  await rm(folder.parts, { recursive: true });
  return { seconds, bytes: (await stat(folder.film)).size };
}

/** One for all takes, kept beside them: those that are made already are gone when it is tried again. */
async function canvasOf(folder: RecordingFolder, takes: readonly string[]): Promise<Size> {
  const file = join(folder.parts, 'canvas.json');
  const kept = await readFile(file, 'utf8').then(
    (text) => Canvas.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  if (kept !== undefined) return kept;
  const runs: Run[] = [];
  for (const take of takes) {
    const streams = await readStreams(take);
    if (streams !== null) runs.push(...(await readRuns(blocksOf(streams.picture))));
  }
  const canvas = canvasFor(runs);
  if (runs.length > 0) await writeFile(file, JSON.stringify(canvas));
  return canvas;
}

/** @returns the file of a take, made unless it is there; null when nothing was written */
async function segmentOf(
  ffmpeg: Ffmpeg,
  take: string,
  seconds: number,
  canvas: Size,
): Promise<string | null> {
  const segment = `${take}.webm`;
  const isMade = await stat(segment).then(
    () => true,
    () => false,
  );
  if (!isMade) {
    const streams = await readStreams(take);
    if (streams === null) return null;
    const unfinished = `${take}.unfinished.webm`;
    await makeSegment(ffmpeg, { streams, folder: take, seconds, canvas, file: unfinished });
    await rename(unfinished, segment);
  }
  // Room for what comes next.
  await rm(take, { recursive: true, force: true });
  return segment;
}

function chaptersOf(chapters: readonly Chapter[]): string {
  const described = chapters.map(({ title, from, to }) =>
    [
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${Math.round(from * 1000)}`,
      `END=${Math.round(to * 1000)}`,
      `title=${title.replaceAll(/[=;#\\\n]/g, String.raw`\$&`)}`,
    ].join('\n'),
  );
  return `${[';FFMETADATA1', ...described].join('\n')}\n`;
}
