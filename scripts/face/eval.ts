import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chooseEmbedder } from '../../server/attendance/face/embedder.ts';
import { startEngine } from '../../server/attendance/face/engine.ts';
import { createPipeline, type Pipeline } from '../../server/attendance/face/pipeline.ts';
import { embedderId } from '../../server/attendance/face/types.ts';
import { distance } from '../../server/attendance/face/vectors.ts';
import { cacheDir } from '../setup/paths.mjs';
import { prepareFaceModels } from '../setup/face-models.mjs';
import { accuracy, type Pair } from './accuracy.ts';

const USAGE = `npm run face:eval -- --images DIR --pairs FILE.csv [--json]
  FILE.csv has the columns file_x,file_y,Decision (Yes: the same person, No: different ones),
  its files relative to DIR. Shows what the shipped thresholds mean on these pictures.`;

interface Row {
  x: string;
  y: string;
  same: boolean;
}

async function readPairs(file: string): Promise<Row[]> {
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
  if (rows.length === 0) throw new Error(`${file} has no pairs.\n${USAGE}`);
  return rows;
}

/** Each picture once, however many pairs it is in; null where no face is found. */
async function measureAll(pipeline: Pipeline, dir: string, files: string[]) {
  const vectors = new Map<string, Float32Array | null>();
  let refused = 0;
  for (const [i, file] of files.entries()) {
    const result = await pipeline.measure(await readFile(path.join(dir, file)));
    vectors.set(file, result?.embedding ?? null);
    if (result?.refused) refused++;
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} / ${files.length}`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  return { vectors, refused };
}

async function run(images: string, pairsFile: string) {
  const rows = await readPairs(pairsFile);
  const modelsDir = await prepareFaceModels({ cacheDir: cacheDir() });
  const { engine } = await startEngine(modelsDir, 'auto');
  const embedder = chooseEmbedder(engine);
  const files = [...new Set(rows.flatMap(({ x, y }) => [x, y]))];
  const pipeline = createPipeline(engine, embedder);
  const { vectors, refused } = await measureAll(pipeline, images, files);
  await engine.close();
  const pairs: Pair[] = rows.map(({ x, y, same }) => {
    const [a, b] = [vectors.get(x), vectors.get(y)];
    return { same, distance: a && b ? distance(a, b) : Infinity };
  });
  return {
    images: files.length,
    undetected: [...vectors.values()].filter((vector) => vector === null).length,
    /** Detected, but the door would ask for a better frame. */
    refused_by_gates: refused,
    pairs: pairs.length,
    ...accuracy(pairs, embedder.thresholds.verify),
    embedder: embedderId(embedder),
    engine: engine.name,
  };
}

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!values.images || !values.pairs) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  const result = await run(values.images, values.pairs);
  if (values.json) console.log(JSON.stringify(result));
  else console.table(result);
}
