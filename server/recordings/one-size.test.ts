import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert as holds, boolean, integer, property, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Block, matroskaCluster, matroskaHead } from '../../sfu/recording/matroska.ts';
import { emptyPictureBytes } from '../../sfu/recording/picture.ts';
import { complaintsOf, probe } from '../../sfu/testing/probe.ts';
import { createFfmpeg } from './ffmpeg.ts';
import { blocksOf } from './matroska-blocks.ts';
import { type Run, planPicture, readRuns } from './picture-plan.ts';
import { makeSegment } from './segment.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'nghi-truong-sizes-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the recorder would write of cameras of these sizes, a second each, one after the other. */
async function pictureOf(name: string, sizes: readonly string[]): Promise<string> {
  const file = join(folder, name, 'picture.mkv');
  mkdirSync(join(folder, name));
  writeFileSync(file, matroskaHead({ kind: 'picture', width: 1280, height: 720 }));
  for (const [index, size] of sizes.entries()) {
    const camera = join(folder, `${size}.mkv`);
    const source = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=10`, '-t', '1'];
    const codec = ['-c:v', 'libvpx', '-threads', '1', '-deadline', 'realtime', '-cpu-used', '8'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, ...codec, camera]);
    const blocks: Block[] = [];
    for await (const { at, key, data } of blocksOf(camera))
      blocks.push({ at: at + index * 1000, key, data: Buffer.from(data) });
    appendFileSync(file, matroskaCluster(blocks));
  }
  return file;
}

const make = async (picture: string, seconds: number) => {
  const file = `${picture}.webm`;
  const streams = { picture, sounds: [] };
  const ffmpeg = createFfmpeg('ffmpeg');
  await makeSegment(ffmpeg, { streams, folder: join(picture, '..'), seconds, file });
  return file;
};

const pictures = (file: string, entries: string) =>
  execFileSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v', '-show_entries', entries, '-of', 'csv=p=0', file],
    { encoding: 'utf8' },
  )
    .trim()
    .split('\n');
const framesOf = (file: string) => pictures(file, 'frame=width,height');
const pictureTimesOf = (file: string) => pictures(file, 'packet=pts_time').map(Number.parseFloat);

test('[RZ1] pictures of several sizes become one of the largest, none is lost, each keeps its time', async () => {
  const picture = await pictureOf('mixed', ['160x90', '320x180', '64x48', '320x180']);
  const file = await make(picture, 4);
  expect(await complaintsOf(file)).toBe('');
  const { streams, format } = await probe(file);
  expect(streams.map(({ codec_name }) => codec_name).toSorted()).toEqual(['opus', 'vp8']);
  expect(format.duration).toBeCloseTo(4, 1);
  const frames = framesOf(file);
  expect(frames).toHaveLength(40);
  expect(new Set(frames)).toEqual(new Set(['320,180']));
  const times = pictureTimesOf(file);
  // All are later by as much as the sound's encoder takes to begin.
  const [first = 0] = times;
  expect(first).toBeLessThan(0.02);
  for (const [index, time] of times.entries()) expect(time - first).toBeCloseTo(index / 10, 2);
});

test('[RZ2] a picture of one size is taken as it is', async () => {
  const picture = await pictureOf('alike', ['320x180', '320x180']);
  const before = [];
  for await (const { data } of blocksOf(picture)) before.push(Buffer.from(data).toString('hex'));
  const file = await make(picture, 2);
  const copied = join(folder, 'copied.ivf');
  execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:v', '-c', 'copy', copied]);
  const film = readFileSync(copied).toString('hex');
  for (const frame of before) expect(film).toContain(frame);
});

test('[RZ3] a file that breaks off, or ends in zeros, gives what was whole', async () => {
  const picture = await pictureOf('broken', ['64x48', '80x60']);
  const all = (await readAll(picture)).length;
  appendFileSync(picture, Buffer.alloc(5000));
  expect((await readAll(picture)).length).toBe(all);
  truncateSync(picture, statSync(picture).size - 5100);
  expect((await readAll(picture)).length).toBe(all - 1);
});

async function readAll(file: string): Promise<Block[]> {
  const blocks = [];
  for await (const block of blocksOf(file)) blocks.push(block);
  return blocks;
}

const runs = array(
  record({
    step: integer({ min: 1, max: 5000 }),
    width: integer({ min: 16, max: 4000 }),
    height: integer({ min: 16, max: 3000 }),
    isEmpty: boolean(),
  }),
  { minLength: 1, maxLength: 20 },
).map((all): Run[] => {
  let at = -1;
  return all.map(({ step, ...run }, index) => ({
    ...run,
    at: (at = index === 0 ? 0 : at + step),
  }));
});

test('[RZ4] the pieces cover all time without gap, and what is not scaled has the size of the canvas', () => {
  holds(
    property(runs, integer({ min: 1, max: 1e6 }), (all, more) => {
      const end = (all.at(-1)?.at ?? 0) + more;
      const { canvas, pieces } = planPicture(all, end);
      expect(pieces[0]?.from).toBe(0);
      expect(pieces.at(-1)?.to).toBe(end);
      for (const [index, { from }] of pieces.entries())
        if (index > 0) expect(from).toBe(pieces[index - 1]?.to);
      for (const { at, width, height } of all) {
        const piece = pieces.find(({ from, to }) => from <= at && at < to);
        expect(piece?.isScaled).toBe(width !== canvas.width || height !== canvas.height);
      }
      expect((canvas.width % 2) + (canvas.height % 2)).toBe(0);
      expect(canvas.width <= 1920 && canvas.height <= 1080).toBe(true);
    }),
  );
});

async function* of(blocks: readonly Block[]): AsyncGenerator<Block> {
  yield* blocks;
}

test('[RZ5] the empty picture does not decide the size of a film', async () => {
  const picture = await pictureOf('small', ['64x48']);
  const camera = (await readAll(picture)).map((block) => ({ ...block, at: block.at + 5000 }));
  const empty = Buffer.alloc(emptyPictureBytes);
  empty.writeUInt16LE(1280, 6);
  empty.writeUInt16LE(720, 8);
  const found = await readRuns(of([{ at: 0, key: true, data: empty }, ...camera]));
  expect(found.map(({ isEmpty }) => isEmpty)).toEqual([true, false]);
  expect(planPicture(found, 9000).canvas).toEqual({ width: 64, height: 48 });
});
