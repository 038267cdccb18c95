import type { FaceEngine } from './engine.ts';
import { sample } from './sampling.ts';
import type { Box, Picture } from './types.ts';

const SIZE = 128;
/** The model wants to see around the face: edges of a sheet or a screen are what it knows them by. */
const CONTEXT = 2.7;

/**
 * How much a face looks like one in front of the camera, 0…1. It lets a third of prints pass where 92 % of
 * the living do: a flag for people to look, never a proof.
 * @returns null where the engine has no model for it
 */
export async function livenessScore(
  engine: FaceEngine,
  picture: Picture,
  box: Box,
): Promise<number | null> {
  if (!engine.liveness) return null;
  const window = contextBox(picture, box);
  const rgb = sample(picture, { window, region: window }, SIZE);
  const logits = await engine.liveness(swapRedAndBlue(rgb));
  const highest = Math.max(...logits);
  const parts = Array.from(logits, (x) => Math.exp(x - highest));
  return parts[0]! / parts.reduce((a, b) => a + b, 0);
}

/** The box grown about its middle, as far as the picture reaches, and pushed back inside it. */
function contextBox(picture: Picture, box: Box): Box {
  const scale = Math.min(picture.height / box.height, picture.width / box.width, CONTEXT);
  const width = Math.floor(box.width * scale);
  const height = Math.floor(box.height * scale);
  return {
    x: inside(box.x + (box.width - width) / 2, picture.width - width),
    y: inside(box.y + (box.height - height) / 2, picture.height - height),
    width,
    height,
  };
}

/** A start so that what is so long lies within so much room. */
function inside(start: number, room: number): number {
  return Math.min(Math.max(0, Math.floor(start)), Math.max(0, room));
}

/** The model was trained on pictures in OpenCV's order of colours. */
function swapRedAndBlue(planar: Float32Array): Float32Array {
  const area = planar.length / 3;
  const out = new Float32Array(planar.length);
  for (let k = 0; k < 3; k++) out.set(planar.subarray(k * area, (k + 1) * area), (2 - k) * area);
  return out;
}
