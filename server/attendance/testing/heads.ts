import type { Marks, Point } from '../face/types.ts';

/** Points in halves of the distance of the outer corners of the eyes: to the right, down and towards the camera. */
interface Solid {
  x: number;
  y: number;
  z: number;
}

export type Head = Record<keyof Marks, Solid>;

interface Proportions {
  /** How far the tip of the nose stands out before the corners of the eyes; some 35 to 50 mm of 45. */
  nose: number;
  /** The same for the corners of the mouth. */
  mouth: number;
}

const face = {
  leftEye: { x: -1, y: 0 },
  rightEye: { x: 1, y: 0 },
  nose: { x: 0, y: 0.95 },
  leftMouth: { x: -0.58, y: 1.62 },
  rightMouth: { x: 0.58, y: 1.62 },
} satisfies Record<keyof Marks, Point>;

const each = (depth: (name: keyof Marks, at: Point) => Solid): Head => ({
  leftEye: depth('leftEye', face.leftEye),
  rightEye: depth('rightEye', face.rightEye),
  nose: depth('nose', face.nose),
  leftMouth: depth('leftMouth', face.leftMouth),
  rightMouth: depth('rightMouth', face.rightMouth),
});

export const roundHead = ({ nose, mouth }: Proportions): Head =>
  each((name, at) => ({ ...at, z: name === 'nose' ? nose : name.endsWith('Mouth') ? mouth : 0 }));

/**
 * A picture of that head, flat or bent around a pipe.
 * @param options.pipe its radius
 */
export function flatHead({ pipe }: Proportions & { pipe?: number }): Head {
  if (pipe === undefined) return each((_name, at) => ({ ...at, z: 0 }));
  return each((_name, { x, y }) => ({
    x: pipe * Math.sin(x / pipe),
    y,
    z: pipe * Math.cos(x / pipe) - pipe,
  }));
}

interface View {
  /** Radians; positive brings the nose to the right in the picture. */
  yaw: number;
  pitch: number;
  roll: number;
  /** In halves of the distance of the eyes. */
  distance: number;
  /** Pixels of that half, at that distance. */
  size: number;
}

/** The landmarks as a camera sees them. */
export function view(head: Head, { yaw, pitch, roll, distance, size }: View): Marks {
  const seen = ({ x, y, z }: Solid): Point => {
    const [rx, ry] = turn(x, y, roll);
    const [z1, x1] = turn(z, rx, yaw);
    const [y1, z2] = turn(ry, z1, pitch);
    const scale = (size * distance) / (distance - z2);
    return { x: 320 + scale * x1, y: 240 + scale * y1 };
  };
  return {
    leftEye: seen(head.leftEye),
    rightEye: seen(head.rightEye),
    nose: seen(head.nose),
    leftMouth: seen(head.leftMouth),
    rightMouth: seen(head.rightMouth),
  };
}

const turn = (a: number, b: number, angle: number): [number, number] => [
  a * Math.cos(angle) - b * Math.sin(angle),
  a * Math.sin(angle) + b * Math.cos(angle),
];
