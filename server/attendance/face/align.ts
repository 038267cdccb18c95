import { centre } from './landmarks.ts';
import type { Picture, Point } from './types.ts';

/** Side of an aligned face, pixels. */
export const ALIGNED = 112;
const AREA = ALIGNED * ALIGNED;
/** Pixels of the picture that one blended point stands for: more, and detail between the points would be missed. */
const REACH = 1.7;

/** Where eyes, nose and corners of the mouth lie in an aligned face: the template of ArcFace and its kin. */
const TEMPLATE: readonly Point[] = [
  { x: 38.29459953, y: 51.69630051 },
  { x: 73.53179932, y: 51.50139999 },
  { x: 56.02519989, y: 71.73660278 },
  { x: 41.54930115, y: 92.3655014 },
  { x: 70.72990036, y: 92.20410156 },
];

/** Of the 68 points: those around each eye, the tip of the nose, inner and outer corners of the mouth. */
const FIVE = [[37, 38, 40, 41], [43, 44, 46, 47], [30], [48, 60], [54, 64]] as const;

/** (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty) */
interface Similarity {
  a: number;
  b: number;
  tx: number;
  ty: number;
}

/** The shift, turn and scale that bring `from` nearest to `to`, by least squares. */
function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const all = from.map((_, i) => i);
  const p = centre([...from], all);
  const q = centre([...to], all);
  let [dot, cross, spread] = [0, 0, 0];
  for (const i of all) {
    const [x, y] = [from[i]!.x - p.x, from[i]!.y - p.y];
    const [u, v] = [to[i]!.x - q.x, to[i]!.y - q.y];
    dot += x * u + y * v;
    cross += x * v - y * u;
    spread += x * x + y * y;
  }
  const [a, b] = [dot / spread, cross / spread];
  return { a, b, tx: q.x - (a * p.x - b * p.y), ty: q.y - (b * p.x + a * p.y) };
}

/**
 * Cuts out a face upright and to scale, 112 × 112, plane after plane, 0…255. Large faces are averaged down
 * rather than picked from, else fine detail turns into noise.
 */
export function alignFace(picture: Picture, landmarks: Point[]): Float32Array {
  const five = FIVE.map((indices) => centre(landmarks, indices));
  const toPicture = fitSimilarity(TEMPLATE, five);
  const scale = Math.hypot(toPicture.a, toPicture.b);
  const taps = Math.min(4, Math.max(1, Math.round(scale / REACH)));
  return warp(picture, toPicture, taps);
}

/**
 * Each pixel is the mean of taps × taps points within it, each blended from four pixels of the picture. Spelled out
 * and without arrays: the innermost part runs 50,000 times for a face.
 */
function warp(picture: Picture, { a, b, tx, ty }: Similarity, taps: number): Float32Array {
  const { rgb, width, height } = picture;
  const bytes = new DataView(rgb.buffer, rgb.byteOffset, rgb.byteLength);
  const out = new Float32Array(3 * AREA);
  const weight = 1 / (taps * taps);
  const offsets = Float64Array.from({ length: taps }, (_, i) => (i + 0.5) / taps - 0.5);
  const [right, bottom, stride] = [width - 1, height - 1, 3 * width];
  for (let at = 0; at < AREA; at++) {
    const i = at % ALIGNED;
    const j = (at - i) / ALIGNED;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let q = 0; q < taps; q++) {
      const v = j + offsets[q]!;
      const bv = b * v;
      const av = a * v;
      for (let p = 0; p < taps; p++) {
        const u = i + offsets[p]!;
        const x = a * u - bv + tx;
        const y = b * u + av + ty;
        if (x < 0 || y < 0 || x >= right || y >= bottom) continue;
        const x0 = x | 0;
        const y0 = y | 0;
        const toRight = x - x0;
        const toLeft = 1 - toRight;
        const low = weight * (y - y0);
        const high = weight - low;
        const k00 = high * toLeft;
        const k01 = high * toRight;
        const k10 = low * toLeft;
        const k11 = low * toRight;
        // Two pixels are six bytes: four, red first, and two.
        const k = stride * y0 + 3 * x0;
        const upper = bytes.getInt32(k, true);
        const upperEnd = bytes.getUint16(k + 4, true);
        const lower = bytes.getInt32(k + stride, true);
        const lowerEnd = bytes.getUint16(k + stride + 4, true);
        red +=
          k00 * (upper & 255) + k01 * (upper >>> 24) + k10 * (lower & 255) + k11 * (lower >>> 24);
        green +=
          k00 * ((upper >> 8) & 255) +
          k01 * (upperEnd & 255) +
          k10 * ((lower >> 8) & 255) +
          k11 * (lowerEnd & 255);
        blue +=
          k00 * ((upper >> 16) & 255) +
          k01 * (upperEnd >> 8) +
          k10 * ((lower >> 16) & 255) +
          k11 * (lowerEnd >> 8);
      }
    }
    out[at] = red;
    out[at + AREA] = green;
    out[at + 2 * AREA] = blue;
  }
  return out;
}
