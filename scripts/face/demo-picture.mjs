import path from 'node:path';
import sharp from 'sharp';
import { faceApiModelDir } from '../../server/attendance/face/load-face-api.mjs';

/** A group photo of face-api's own demonstration, on which exported models are checked. */
const PICTURE = path.join(faceApiModelDir, '..', 'demo', 'sample3.jpg');
/** One face in it. */
export const FACE_IN_DEMO = { left: 1020, top: 280, width: 280, height: 280 };

/**
 * @param {import('sharp').Region | null} region null for all of the picture @param {number} size side in pixels
 * @returns {Promise<Uint8Array>} RGB, row by row, stretched to a square
 */
export async function demoPixels(region, size) {
  const picture = region ? sharp(PICTURE).extract(region) : sharp(PICTURE);
  return picture.removeAlpha().resize(size, size, { fit: 'fill' }).raw().toBuffer();
}

/**
 * The same with one plane after the other, as the ONNX models want it.
 * @param {import('sharp').Region | null} region @param {number} size
 */
export async function planarPixels(region, size) {
  const rgb = await demoPixels(region, size);
  const area = size * size;
  return Float32Array.from({ length: 3 * area }, (_, i) => {
    return rgb[(i % area) * 3 + Math.floor(i / area)] ?? 0;
  });
}
