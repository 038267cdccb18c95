import type { FaceHint } from '../../../models/contracts/face.ts';
import { ALIGNED } from './align.ts';
import { PRESENT, SURE } from './detector.ts';
import { eyeDistance } from './landmarks.ts';
import type { Face, Point, Pose, Purpose, Quality } from './types.ts';

interface Gates {
  /** Distance of the outer eye corners, pixels. */
  eyeDistance: number;
  yaw: number;
  /** Radians; alignment undoes a tilt, so this only keeps out faces that lie. */
  roll: number;
  /** A second face at least this part of the first one's width makes it unclear who is meant. */
  secondFace: number;
  /** Whether a blurred or badly lit face is refused, or only advised about. */
  strict: boolean;
}

/** Templates are used for years, so enrolment asks for more; behind someone at the door others may wait. */
const GATES: Record<Purpose, Gates> = {
  enrol: { eyeDistance: 50, yaw: 0.35, roll: 0.5, secondFace: 0.35, strict: true },
  'check-in': { eyeDistance: 50, yaw: 0.5, roll: 0.7, secondFace: 0.67, strict: false },
  // The eyes of a face of the same size come closer as it turns: at 45° by the cosine, to 35.
  turn: { eyeDistance: 35, yaw: Infinity, roll: 0.7, secondFace: 0.67, strict: false },
};

const DARK = 55;
const BRIGHT = 215;
const BLURRED = 20;

/** Hints that refuse a frame before it is embedded, in the order in which a person should heed them. */
export function refusals(faces: Face[], points: Point[], pose: Pose, purpose: Purpose): FaceHint[] {
  const gates = GATES[purpose];
  const [first, ...others] = faces;
  if (!first || first.score < SURE) return ['no_face'];
  const hints: FaceHint[] = [];
  const rivals = others.filter(
    ({ box, score }) => score >= PRESENT && box.width >= gates.secondFace * first.box.width,
  );
  if (rivals.length > 0) hints.push('several_faces');
  if (eyeDistance(points) < gates.eyeDistance) hints.push('too_small');
  if (Math.abs(pose.yaw) > gates.yaw || Math.abs(pose.roll) > gates.roll) {
    hints.push('look_straight');
  }
  return hints;
}

/** Hints about light and blur, and whether they refuse the frame. */
export function advice(
  quality: Quality,
  purpose: Purpose,
): { hints: FaceHint[]; refused: boolean } {
  const hints: FaceHint[] = [];
  if (quality.brightness < DARK) hints.push('more_light');
  if (quality.brightness > BRIGHT) hints.push('less_light');
  if (quality.sharpness < BLURRED) hints.push('hold_still');
  return { hints, refused: GATES[purpose].strict && hints.length > 0 };
}

/** @param aligned as `alignFace` gives it */
export function measureQuality(aligned: Float32Array, points: Point[]): Quality {
  const grey = luma(aligned);
  return {
    eyeDistance: eyeDistance(points),
    brightness: meanOfMiddle(grey),
    sharpness: laplacianVariance(grey),
  };
}

function luma(planar: Float32Array): Float32Array {
  const area = ALIGNED * ALIGNED;
  const grey = new Float32Array(area);
  for (let i = 0; i < area; i++) {
    grey[i] = 0.299 * planar[i]! + 0.587 * planar[area + i]! + 0.114 * planar[2 * area + i]!;
  }
  return grey;
}

/** The aligned square has hair and background at its edges; cheeks, nose and brow fill its middle. */
const FROM = Math.round(ALIGNED * 0.25);
const TO = Math.round(ALIGNED * 0.85);

function meanOfMiddle(grey: Float32Array): number {
  let sum = 0;
  for (let j = FROM; j < TO; j++) for (let i = FROM; i < TO; i++) sum += grey[j * ALIGNED + i]!;
  return sum / (TO - FROM) ** 2;
}

function laplacianVariance(grey: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (let j = FROM; j < TO; j++) {
    for (let i = FROM; i < TO; i++) {
      const at = j * ALIGNED + i;
      const value =
        grey[at - 1]! + grey[at + 1]! + grey[at - ALIGNED]! + grey[at + ALIGNED]! - 4 * grey[at]!;
      sum += value;
      squares += value * value;
    }
  }
  const count = (TO - FROM) ** 2;
  return squares / count - (sum / count) ** 2;
}
