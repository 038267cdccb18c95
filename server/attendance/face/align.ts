import { centre } from './landmarks.ts';
import type { Picture, Point } from './types.ts';

/** Side of an aligned face, pixels. */
export const ALIGNED = 112;

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
  const taps = Math.min(4, Math.max(1, Math.round(scale)));
  const out = new Float32Array(3 * ALIGNED * ALIGNED);
  for (let ty = 0; ty < taps; ty++) {
    for (let tx = 0; tx < taps; tx++) {
      const shift = { x: (tx + 0.5) / taps - 0.5, y: (ty + 0.5) / taps - 0.5 };
      addWarped(out, picture, toPicture, shift, 1 / (taps * taps));
    }
  }
  return out;
}

function addWarped(
  out: Float32Array,
  { rgb, width, height }: Picture,
  { a, b, tx, ty }: Similarity,
  shift: Point,
  weight: number,
) {
  const area = ALIGNED * ALIGNED;
  for (let j = 0; j < ALIGNED; j++) {
    for (let i = 0; i < ALIGNED; i++) {
      const u = i + shift.x;
      const v = j + shift.y;
      const x = a * u - b * v + tx;
      const y = b * u + a * v + ty;
      const x0 = Math.floor(x);
      const y0 = Math.floor(y);
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const right = x - x0;
      const low = weight * (y - y0);
      const high = weight - low;
      const at = 3 * (y0 * width + x0);
      const below = at + 3 * width;
      const target = j * ALIGNED + i;
      for (let k = 0; k < 3; k++) {
        const top = rgb[at + k]! + right * (rgb[at + 3 + k]! - rgb[at + k]!);
        const bottom = rgb[below + k]! + right * (rgb[below + 3 + k]! - rgb[below + k]!);
        out[target + k * area]! += high * top + low * bottom;
      }
    }
  }
}
