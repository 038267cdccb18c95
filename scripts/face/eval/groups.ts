import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const SplitFile = z.record(z.string(), z.array(z.string()));

/** How people are parted for an evaluation. A person is a folder. */
export interface Split {
  /** Enrolled, and not enrolled; null where the file does not say. */
  known: ReadonlySet<string> | null;
  unknown: ReadonlySet<string> | null;
  /** Named groups, and `others` for people in none of them. */
  groups: ReadonlyMap<string, (person: string) => boolean>;
}

const NO_SPLIT: Split = { known: null, unknown: null, groups: new Map() };

/** A file such as `{"known": [...], "unknown": [...], "any group": [...]}`, each a list of people. */
export async function readSplit(file: string | undefined): Promise<Split> {
  if (file === undefined) return NO_SPLIT;
  return splitOf(SplitFile.parse(JSON.parse(await readFile(file, 'utf8'))));
}

export function splitOf({ known, unknown, ...named }: z.infer<typeof SplitFile>): Split {
  const sets = new Map(Object.entries(named).map(([name, people]) => [name, new Set(people)]));
  const groups = new Map<string, (person: string) => boolean>();
  for (const [name, people] of sets) groups.set(name, (person) => people.has(person));
  if (sets.size > 0) {
    groups.set('others', (person) => ![...sets.values()].some((people) => people.has(person)));
  }
  return {
    known: known ? new Set(known) : null,
    unknown: unknown ? new Set(unknown) : null,
    groups,
  };
}

/** The folder that a picture lies in. */
export const personOf = (file: string) => file.split('/').slice(0, -1).join('/');
