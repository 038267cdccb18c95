import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pipeline } from '../../../server/attendance/face/pipeline.ts';

export interface Measured {
  /** Null where no face was found. */
  embedding: Float32Array | null;
  /** Found, but the door would ask for a better frame. */
  refused: boolean;
}

/** Each picture once, however often it is asked for. */
export function measuring(pipeline: Pipeline) {
  const known = new Map<string, Measured>();
  return async (dir: string, files: readonly string[]): Promise<Map<string, Measured>> => {
    const results = new Map<string, Measured>();
    for (const [i, file] of files.entries()) {
      const full = path.resolve(dir, file);
      const result = known.get(full) ?? (await measure(pipeline, full));
      known.set(full, result);
      results.set(file, result);
      if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} / ${files.length} `);
    }
    if (process.stderr.isTTY) process.stderr.write('\n');
    return results;
  };
}

async function measure(pipeline: Pipeline, file: string): Promise<Measured> {
  const found = await pipeline.measure(await readFile(file));
  return { embedding: found?.embedding ?? null, refused: found?.refused ?? false };
}

/** Pictures of `DIR/<person>/<n>.jpg`, in the order of their numbers. */
export async function listPictures(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const people = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const lists = people.toSorted().map(async (person) => {
    const files = (await readdir(path.join(dir, person))).filter(isPicture);
    return files
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((file) => `${person}/${file}`);
  });
  return (await Promise.all(lists)).flat();
}

const isPicture = (file: string) => /\.(jpe?g|png|webp)$/i.test(file);

export interface Counts {
  images: number;
  undetected: number;
  refused_by_gates: number;
}

export function countPictures(pictures: Iterable<Measured>): Counts {
  const all = [...pictures];
  return {
    images: all.length,
    undetected: all.filter(({ embedding }) => embedding === null).length,
    refused_by_gates: all.filter(({ refused }) => refused).length,
  };
}
