import { appendFile, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Id } from '../../models/ids.ts';
import type { Take, Turn } from './rules.ts';

/**
 * Where a recording lies. What was written without a break is a take: `parts/<n>` holds its streams until they are put
 * together into `parts/<n>.webm`. The film is made of all takes.
 */
export interface RecordingFolder {
  path: string;
  parts: string;
  film: string;
  /** Under this name until it is whole. */
  unfinished: string;
  chapters: string;
  /** When takes began and how long they lasted, and who spoke: a line each, in the order of time. */
  turns: string;
}

export function folderOf(dataDir: string, recordingId: Id): RecordingFolder {
  const path = join(dataDir, 'recordings', recordingId);
  return {
    path,
    parts: join(path, 'parts'),
    film: join(path, 'recording.webm'),
    unfinished: join(path, 'unfinished.webm'),
    chapters: join(path, 'parts', 'chapters.txt'),
    turns: join(path, 'turns.jsonl'),
  };
}

const TakeBegan = z.object({ began: z.number() });
const TakeEnded = z.object({ lasted: z.number() });
const TurnLine = z.object({ at: z.number(), personId: z.string().nullable() });
const Line = z.union([TakeBegan, TakeEnded, TurnLine]);

/**
 * Begins the next take and notes when, by this machine's clock.
 * @returns its folder, which is empty
 */
export async function beginTake(folder: RecordingFolder): Promise<string> {
  await mkdir(folder.parts, { recursive: true, mode: 0o700 });
  const number = (await settleTakes(folder)).length + 1;
  const path = join(folder.parts, String(number));
  await mkdir(path, { recursive: true, mode: 0o700 });
  await note(folder, { began: Date.now() });
  return path;
}

/** @param seconds how long the take lasted that was begun last */
export const endTake = (folder: RecordingFolder, seconds: number): Promise<void> =>
  note(folder, { lasted: seconds });

export const noteTurn = (folder: RecordingFolder, turn: Turn): Promise<void> => note(folder, turn);

/** On a line of its own, also where a crash cut the last one short. */
const note = (folder: RecordingFolder, line: z.infer<typeof Line>): Promise<void> =>
  appendFile(folder.turns, `\n${JSON.stringify(line)}\n`, { mode: 0o600 });

/** The last one lasts for ever while it is being written, and when a crash ended it. */
export async function readTakes(folder: RecordingFolder): Promise<Take[]> {
  const takes: Take[] = [];
  for (const line of await readLines(folder)) {
    if ('began' in line) takes.push({ ...line, seconds: Number.POSITIVE_INFINITY, turns: [] });
    const last = takes.at(-1);
    if (last === undefined) continue;
    if ('lasted' in line) last.seconds = line.lasted;
    if ('at' in line) last.turns.push(line);
  }
  return takes;
}

/** A line that a crash cut short is left out. */
async function readLines(folder: RecordingFolder): Promise<z.infer<typeof Line>[]> {
  const text = await readFile(folder.turns, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return Line.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
}

/** Notes how long a take lasted that a crash ended: up to the last that was written. Only when none is written. */
export async function settleTakes(folder: RecordingFolder): Promise<Take[]> {
  const takes = await readTakes(folder);
  const last = takes.at(-1);
  if (last === undefined || Number.isFinite(last.seconds)) return takes;
  const files = await filesIn(join(folder.parts, String(takes.length)));
  const changed = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  last.seconds = Math.max(0, Math.max(last.began, ...changed) - last.began) / 1000;
  await endTake(folder, last.seconds);
  return takes;
}

export interface Streams {
  picture: string;
  sounds: string[];
}

/** What was written of a take; null when nothing was. */
export async function readStreams(take: string): Promise<Streams | null> {
  const files = await filesIn(take);
  const picture = join(take, 'picture.mkv');
  if (!files.includes(picture)) return null;
  return { picture, sounds: files.filter((file) => file !== picture).toSorted() };
}

async function filesIn(take: string): Promise<string[]> {
  const names = await readdir(take).catch(() => []);
  return names.filter((name) => name.endsWith('.mkv')).map((name) => join(take, name));
}

export const removeFolder = ({ path }: Pick<RecordingFolder, 'path'>): Promise<void> =>
  rm(path, { recursive: true, force: true });
