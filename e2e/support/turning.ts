import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type faces, takeFrame } from './camera.ts';

type Face = (typeof faces)[keyof typeof faces];

/** Straight, to one side, straight, to the other; each long enough to be seen. */
const turns = [0, 0.5, 1, 1, 0.5, 0, 0, -0.8, -1.6, -1.6, -0.8, 0];
const framesEach = 8;
/** How far the nose goes to the side, and how much of the face goes with it, pixels. */
const reach = 48;
const spread = 56;

/**
 * Writes what a camera sees of someone who slightly turns the head to one side and to the other: nose and mouth are
 * drawn aside, the corners of the eyes stay. It fulfils what is asked of a pose; it is no real turn.
 */
export async function filmTurningFace(face: Face, file: string): Promise<void> {
  const frames: Buffer[] = [];
  for (const [at, turn] of turns.entries())
    for (let one = 0; one < framesEach; one += 1)
      frames.push(await turnHead(await takeFrame(face, at * framesEach + one), turn));
  await writeFile(file, Buffer.concat(frames));
}

async function turnHead(jpeg: Buffer, turn: number): Promise<Buffer> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const out = Buffer.alloc(data.length);
  const middle = { x: width / 2, y: height * 0.55 };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const near = Math.exp(-((x - middle.x) ** 2 + (y - middle.y) ** 2) / (2 * spread ** 2));
      const from = Math.min(width - 1, Math.max(0, Math.round(x - turn * reach * near)));
      const [to, source] = [(y * width + x) * channels, (y * width + from) * channels];
      data.copy(out, to, source, source + channels);
    }
  return sharp(out, { raw: { width, height, channels } }).jpeg({ quality: 90 }).toBuffer();
}
