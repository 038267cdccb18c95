import { parseArgs } from 'node:util';
import { chooseEmbedder } from '../../server/attendance/face/embedder.ts';
import { startEngine } from '../../server/attendance/face/engine.ts';
import { createPipeline } from '../../server/attendance/face/pipeline.ts';
import { embedderId } from '../../server/attendance/face/types.ts';
import { prepareFaceModels } from '../setup/face-models.mjs';
import { cacheDir } from '../setup/paths.mjs';
import { evaluateGallery } from './eval/gallery.ts';
import { readSplit } from './eval/groups.ts';
import { evaluatePairs, readPairs } from './eval/pairs.ts';
import { listPictures, measuring } from './eval/pictures.ts';

const USAGE = `npm run face:eval -- [--images DIR --pairs FILE.csv] [--gallery DIR] [--split FILE.json] [--seed N] [--json]
  Shows what the shipped thresholds mean on labelled pictures.
  --pairs    one picture against one; columns file_x,file_y,Decision (Yes: the same person, No: different ones),
             files relative to --images
  --gallery  search as at the door, over DIR/<person>/<n>.jpg: up to three photos of each person are enrolled, the
             others are looked for, and some people are strangers
  --split    {"known": [...], "unknown": [...], "any group": [...]}: who is enrolled, who is a stranger, and groups
             that are reported apart
  --seed     parts known from unknown people where no split does; 1 by default`;

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    pairs: { type: 'string' },
    gallery: { type: 'string' },
    split: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

type Options = typeof values;

async function run({ images, pairs, gallery, split: splitFile, seed }: Options) {
  const split = await readSplit(splitFile);
  const { engine } = await startEngine(await prepareFaceModels({ cacheDir: cacheDir() }), 'auto');
  const embedder = chooseEmbedder(engine);
  const measure = measuring(createPipeline(engine, embedder));
  const result: { [key: string]: unknown; groups: Record<string, object> } = {
    embedder: embedderId(embedder),
    engine: engine.name,
    groups: {},
  };
  const add = ({ all, groups }: { all: object; groups: Record<string, object> }) => {
    Object.assign(result, all);
    for (const [name, figures] of Object.entries(groups)) {
      result.groups[name] = { ...result.groups[name], ...figures };
    }
  };
  if (gallery) {
    const pictures = await measure(gallery, await listPictures(gallery));
    add(evaluateGallery(pictures, embedder.thresholds, split, Number(seed)));
  }
  // After the gallery: `threshold` then is that of the pairs, as their other figures.
  if (images && pairs) {
    const rows = await readPairs(pairs);
    const pictures = await measure(images, [...new Set(rows.flatMap(({ x, y }) => [x, y]))]);
    add(evaluatePairs(rows, pictures, embedder.thresholds.verify, split));
  }
  await engine.close();
  return result;
}

/** Objects within objects would not fit into a table. */
function flat(figures: object, prefix = ''): [string, unknown][] {
  return Object.entries(figures).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value] as [string, unknown]],
  );
}

if ((!values.images || !values.pairs) && !values.gallery) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { groups, ...all } = await run(values);
  if (values.json) console.log(JSON.stringify({ ...all, groups }));
  else {
    for (const [name, figures] of Object.entries({ all, ...groups })) {
      console.log(name);
      console.table(Object.fromEntries(flat(figures)));
    }
  }
}
