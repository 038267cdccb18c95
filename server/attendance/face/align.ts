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

/** Each pixel is the mean of taps × taps points within it, each blended from four pixels of the picture. */
function warp(picture: Picture, { a, b, tx, ty }: Similarity, taps: number): Float32Array {
  const { rgb, width, height } = picture;
  const out = new Float32Array(3 * AREA);
  const weight = 1 / (taps * taps);
  const offsets = Array.from({ length: taps }, (_, i) => (i + 0.5) / taps - 0.5);
  for (let at = 0; at < AREA; at++) {
    const i = at % ALIGNED;
    const j = (at - i) / ALIGNED;
    let [red, green, blue] = [0, 0, 0];
    for (let q = 0; q < taps; q++) {
      const v = j + offsets[q]!;
      for (let p = 0; p < taps; p++) {
        const u = i + offsets[p]!;
        const x = a * u - b * v + tx;
        const y = b * u + a * v + ty;
        if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
        const x0 = Math.trunc(x);
        const y0 = Math.trunc(y);
        const right = x - x0;
        const low = weight * (y - y0);
        const high = weight - low;
        const [left, below] = [1 - right, 3 * width];
        const k = 3 * (y0 * width + x0);
        const [k00, k01, k10, k11] = [high * left, high * right, low * left, low * right];
        const m = k + below;
        red += k00 * rgb[k]! + k01 * rgb[k + 3]! + k10 * rgb[m]! + k11 * rgb[m + 3]!;
        green += k00 * rgb[k + 1]! + k01 * rgb[k + 4]! + k10 * rgb[m + 1]! + k11 * rgb[m + 4]!;
        blue += k00 * rgb[k + 2]! + k01 * rgb[k + 5]! + k10 * rgb[m + 2]! + k11 * rgb[m + 5]!;
      }
    }
    out[at] = red;
    out[at + AREA] = green;
    out[at + 2 * AREA] = blue;
  }
  return out;
}
