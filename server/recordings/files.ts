import { appendFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Id } from '../../models/ids.ts';
import type { Turn } from './rules.ts';

/** Where a recording lies. The parts are what was written while it ran; the film is made of them. */
export interface RecordingFolder {
  path: string;
  parts: string;
  film: string;
  /** Under this name until it is whole. */
  unfinished: string;
  chapters: string;
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

const Began = z.object({ began: z.number() });
const TurnLine = z.object({ at: z.number(), personId: z.string().nullable() });

/** Makes the folder and notes when the recording began, by this machine's clock. */
export async function beginFolder(folder: RecordingFolder): Promise<void> {
  await mkdir(folder.parts, { recursive: true, mode: 0o700 });
  await writeFile(folder.turns, `${JSON.stringify({ began: Date.now() })}\n`, { mode: 0o600 });
}

export const noteTurn = (folder: RecordingFolder, turn: Turn): Promise<void> =>
  appendFile(folder.turns, `${JSON.stringify(turn)}\n`);

/** A line that a crash cut short is left out. */
async function readLines(folder: RecordingFolder): Promise<unknown[]> {
  const text = await readFile(folder.turns, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

export async function readTurns(folder: RecordingFolder): Promise<Turn[]> {
  const parsed = (await readLines(folder)).map((line) => TurnLine.safeParse(line));
  return parsed.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

interface Parts {
  picture: string;
  sounds: string[];
  /** How long it ran, up to the last that was written. */
  seconds: number;
}

/** What was written; null when nothing was. */
export async function readParts(folder: RecordingFolder): Promise<Parts | null> {
  const names = await readdir(folder.parts).catch(() => []);
  const files = names
    .filter((name) => name.endsWith('.mkv'))
    .map((name) => join(folder.parts, name));
  const picture = join(folder.parts, 'picture.mkv');
  if (!files.includes(picture)) return null;
  const changed = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  const [first] = await readLines(folder);
  const began = Began.safeParse(first).data?.began ?? Math.min(...changed);
  return {
    picture,
    sounds: files.filter((file) => file !== picture).toSorted(),
    seconds: Math.max(0.1, (Math.max(...changed) - began) / 1000),
  };
}

export const removeFolder = ({ path }: Pick<RecordingFolder, 'path'>): Promise<void> =>
  rm(path, { recursive: true, force: true });
