import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { distance } from '../../../server/attendance/face/vectors.ts';
import { type Accuracy, accuracy, type Pair } from './accuracy.ts';
import { personOf, type Split } from './groups.ts';
import { type Counts, countPictures, type Measured } from './pictures.ts';

export interface Row {
  x: string;
  y: string;
  same: boolean;
}

/** @throws Error when there are none */
export async function readPairs(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  let columns: string[] | null = null;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cells = line.split(',').map((cell) => cell.trim().replaceAll('"', ''));
    if (!columns) {
      columns = cells;
      continue;
    }
    const cell = (name: string) => cells[columns?.indexOf(name) ?? -1] ?? '';
    if (cell('file_x') === '') continue;
    rows.push({ x: cell('file_x'), y: cell('file_y'), same: /^yes$/i.test(cell('Decision')) });
  }
  if (rows.length === 0) throw new Error(`${file} has no pairs`);
  return rows;
}

export type PairFigures = Counts & Accuracy & { pairs: number; same: number };

/** What the threshold for one against one means on pairs of single pictures, also for each group apart. */
export function evaluatePairs(
  rows: readonly Row[],
  pictures: ReadonlyMap<string, Measured>,
  threshold: number,
  { groups }: Split,
) {
  const figures = (chosen: readonly Row[]): PairFigures => {
    const files = [...new Set(chosen.flatMap(({ x, y }) => [x, y]))];
    const pairs = chosen.map(({ x, y, same }) => ({ same, distance: apart(pictures, x, y) }));
    const measured = files.flatMap((file) => pictures.get(file) ?? []);
    return {
      ...countPictures(measured),
      pairs: pairs.length,
      same: pairs.filter((pair: Pair) => pair.same).length,
      ...accuracy(pairs, threshold),
    };
  };
  const byGroup = [...groups].map(([name, isIn]) => {
    const inside = rows.filter(({ x, y }) => isIn(personOf(x)) && isIn(personOf(y)));
    return [name, figures(inside)] as const;
  });
  return { all: figures(rows), groups: Object.fromEntries(byGroup) };
}

/** A face that was not found is infinitely far from every other. */
function apart(pictures: ReadonlyMap<string, Measured>, x: string, y: string): number {
  const [a, b] = [pictures.get(x)?.embedding, pictures.get(y)?.embedding];
  return a && b ? distance(a, b) : Infinity;
}
