import { type FileHandle, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Block,
  longestCluster,
  matroskaCluster,
  matroskaHead,
} from '../../sfu/recording/matroska.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { blocksOf } from './matroska-blocks.ts';
import { type Piece, type Size, planPicture, readRuns } from './picture-plan.ts';

/** Milliseconds of the picture that are written at once. */
const writeEvery = 2000;
/** Seconds between key frames of what is encoded anew: players can only leap to these. */
const keyFrameEvery = 10;

/**
 * Gives a picture one size from beginning to end: players and editing programs do not all bear that it changes. Only
 * what has another size is encoded anew, the rest is taken as it is.
 * @param folder for the pieces
 * @param seconds how long it is
 * @param wanted the size; the largest that is shown when left out
 * @returns what to give ffmpeg as the picture
 */
export async function oneSize(
  ffmpeg: Ffmpeg,
  picture: string,
  folder: string,
  seconds: number,
  wanted?: Size,
): Promise<string[]> {
  const runs = await readRuns(blocksOf(picture));
  const { canvas, pieces } = planPicture(runs, seconds * 1000, wanted);
  if (pieces.length === 1 && pieces[0]?.isScaled === false) return ['-i', picture];
  const files = await cut(picture, folder, canvas, pieces);
  const list: string[] = [];
  for (const [index, { from, to, isScaled }] of pieces.entries()) {
    const file = files[index] ?? '';
    list.push(`file '${isScaled ? await scale(ffmpeg, file, canvas) : file}'`);
    list.push(`duration ${(to - from) / 1000}`);
  }
  const path = join(folder, 'pictures.txt');
  await writeFile(path, `${list.join('\n')}\n`);
  return ['-f', 'concat', '-safe', '0', '-i', path];
}

/** A file for each piece, whose times begin at 0. */
async function cut(
  picture: string,
  folder: string,
  canvas: Size,
  pieces: readonly Piece[],
): Promise<string[]> {
  const files = pieces.map((_, index) => join(folder, `piece-${index}.cut`));
  let index = -1;
  let handle: FileHandle | null = null;
  let blocks: Block[] = [];
  const flush = async () => {
    if (blocks.length > 0) await handle?.write(matroskaCluster(blocks));
    blocks = [];
  };
  try {
    for await (const block of blocksOf(picture)) {
      while (block.at >= (pieces[index + 1]?.from ?? Number.POSITIVE_INFINITY)) {
        await flush();
        await handle?.close();
        index += 1;
        handle = await open(files[index] ?? '', 'w', 0o600);
        await handle.write(matroskaHead({ kind: 'picture', ...canvas }));
      }
      const at = block.at - (pieces[index]?.from ?? 0);
      const age = at - (blocks[0]?.at ?? at);
      if (age > Math.min(writeEvery, longestCluster)) await flush();
      blocks.push({ ...block, at });
    }
    await flush();
  } finally {
    await handle?.close();
  }
  return files;
}

/** @returns the scaled file, in place of the other */
async function scale(ffmpeg: Ffmpeg, file: string, { width, height }: Size): Promise<string> {
  const scaled = `${file}.scaled`;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2`;
  const bitrate = String(Math.round(width * height * 1.7));
  const pad = `pad=${width}:${height}:-1:-1:color=0x202428,setsar=1`;
  await ffmpeg.run(
    [
      // More threads of libvpx wait for one another without rest: ten times the work on a busy machine.
      ['-threads', '1', '-i', file, '-filter_threads', '1', '-vf', `${fit},${pad}`],
      // In the file's own time: at a guessed frame rate pictures would be doubled or dropped.
      ['-fps_mode', 'passthrough', '-enc_time_base', '1:1000', '-c:v', 'libvpx', '-threads', '1'],
      ['-deadline', 'realtime', '-cpu-used', '8', '-auto-alt-ref', '0', '-crf', '20'],
      ['-b:v', bitrate, '-force_key_frames', `expr:gte(t,n_forced*${keyFrameEvery})`],
      ['-f', 'matroska', scaled],
    ].flat(),
  );
  await rm(file);
  return scaled;
}
