import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { z } from 'zod';
import { farEnough } from '../../server/attendance/challenge-rules.ts';
import { chooseEmbedder } from '../../server/attendance/face/embedder.ts';
import { startEngine } from '../../server/attendance/face/engine.ts';
import { createPipeline, type Pipeline } from '../../server/attendance/face/pipeline.ts';
import type { Marks } from '../../server/attendance/face/types.ts';
import { meanShape, noseShift, turnOf } from '../../server/attendance/turn-rules.ts';
import { prepareFaceModels } from '../setup/face-models.mjs';
import { cacheDir } from '../setup/paths.mjs';
import { listPictures } from './eval/pictures.ts';

const USAGE = `npm run face:turns -- --images DIR [--labels FILE.json] [--json]
  Shows how genuine turns of real heads are read by the rules of the head-turn challenge, over DIR/<person>/<n>.jpg.
  --labels  {"<person>/<n>.jpg": "left" | "right"}: to which side of the picture someone is clearly turned, as a person
            sees it; by default those of the AT&T (ORL) set`;

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    labels: { type: 'string', default: join(import.meta.dirname, 'eval', 'orl-turns.json') },
    json: { type: 'boolean', default: false },
  },
});

const Labels = z.record(z.string(), z.enum(['left', 'right']));

/** Of the nose against the eyes: as the challenge has it for who looks straight. */
const straight = 0.22;
/** The challenge asks for eyes as far apart as cameras see them; pictures of a set are small. */
const longerSide = 640;

async function marksOf(pipeline: Pipeline, file: string): Promise<Marks | null> {
  const size = { width: longerSide, height: longerSide, fit: 'inside' } as const;
  const jpeg = await sharp(await readFile(file))
    .resize(size)
    .jpeg({ quality: 95 })
    .toBuffer();
  return (await pipeline.analyse(jpeg, 'turn')).marks;
}

interface Reading {
  picture: string;
  side: 'left' | 'right' | 'straight';
  /** Towards that side positive; null where no face was found, or none to compare with. */
  turn: number | null;
  inDepth: boolean;
}

type Seen = readonly [picture: string, marks: Marks | null];

/** The others of the same person, unlabelled, that look straight. */
function calmBeside(all: readonly Seen[], picture: string, labels: z.infer<typeof Labels>) {
  return all.flatMap(([other, marks]) => {
    const isOther = other !== picture && dirname(other) === dirname(picture) && !(other in labels);
    return isOther && marks !== null && Math.abs(noseShift(marks)) <= straight ? [marks] : [];
  });
}

/** Each labelled picture, and each straight one, against the straight ones of the same person. */
async function run(images: string, labelFile: string) {
  const labels = Labels.parse(JSON.parse(await readFile(labelFile, 'utf8')));
  const { engine } = await startEngine(await prepareFaceModels({ cacheDir: cacheDir() }), 'auto');
  const pipeline = createPipeline(engine, chooseEmbedder(engine));
  const all: Seen[] = [];
  for (const picture of await listPictures(images))
    all.push([picture, await marksOf(pipeline, join(images, picture))]);
  await engine.close();
  const readings = all.flatMap(([picture, marks]): Reading[] => {
    const side = labels[picture] ?? 'straight';
    if (side === 'straight' && (marks === null || Math.abs(noseShift(marks)) > straight)) return [];
    const calm = calmBeside(all, picture, labels);
    if (marks === null || calm.length === 0) return [{ picture, side, turn: null, inDepth: false }];
    const { turn, inDepth } = turnOf(meanShape(calm), marks);
    return [{ picture, side, turn: side === 'left' ? -turn : turn, inDepth }];
  });
  return { readings, figures: figuresOf(readings) };
}

function figuresOf(readings: readonly Reading[]) {
  const labelled = readings.filter(({ side }) => side !== 'straight');
  const calm = readings.filter(({ side, turn }) => side === 'straight' && turn !== null);
  const read = labelled.flatMap(({ turn, inDepth }) => (turn === null ? [] : [{ turn, inDepth }]));
  const count = (is: (reading: { turn: number; inDepth: boolean }) => boolean) =>
    read.filter(is).length;
  return {
    labelled: labelled.length,
    read: read.length,
    to_the_right_side: count(({ turn }) => turn > 0),
    far_enough: count(({ turn, inDepth }) => turn >= farEnough && inDepth),
    far_enough_but_flat: count(({ turn, inDepth }) => turn >= farEnough && !inDepth),
    not_far_enough: count(({ turn }) => Math.abs(turn) < farEnough),
    to_the_wrong_side: count(({ turn, inDepth }) => turn <= -farEnough && inDepth),
    straight: calm.length,
    straight_taken_for_turned: calm.filter(
      ({ turn, inDepth }) => Math.abs(turn ?? 0) >= farEnough && inDepth,
    ).length,
  };
}

if (values.images === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { readings, figures } = await run(values.images, values.labels);
  if (values.json) console.log(JSON.stringify({ ...figures, readings }));
  else {
    console.table(readings.filter(({ side }) => side !== 'straight'));
    console.table(figures);
  }
}
