import type { FaceHint } from '../../../../models/contracts/face.ts';
import type { Box, FoundFace, Point, Pose, Purpose } from './finder-protocol.ts';

/** The gates of the server, so that what it would refuse is not even sent. */
const gates = {
  enrol: { eyes: 50, yaw: 0.35, roll: 0.5, rival: 0.35 },
  'check-in': { eyes: 50, yaw: 0.5, roll: 0.7, rival: 0.67 },
  turn: { eyes: 35, yaw: Infinity, roll: 0.7, rival: 0.67 },
} satisfies Record<Purpose, object>;

const sure = 0.7;
const dark = 55;
const bright = 215;
const blurred = 20;
/** As the server's test for prints and screens looks at a face: with what is around it. */
const surroundings = 2.7;

const outerLeft = 36;
const outerRight = 45;
const noseTip = 30;

/** Pose and distance of the eyes from the 68 points, as the server reads them. */
export function readPose(points: readonly Point[]): { pose: Pose; eyeDistance: number } {
  const [left, right, nose] = [points[outerLeft], points[outerRight], points[noseTip]];
  if (!left || !right || !nose) throw new Error('a face has 68 points');
  const axis = { x: right.x - left.x, y: right.y - left.y };
  const eyeDistance = Math.hypot(axis.x, axis.y);
  const offset = { x: nose.x - (left.x + right.x) / 2, y: nose.y - (left.y + right.y) / 2 };
  const along = offset.x * axis.x + offset.y * axis.y;
  const yaw = (2 * along) / (eyeDistance * eyeDistance || 1);
  return { pose: { yaw, roll: Math.atan2(axis.y, axis.x) }, eyeDistance };
}

/** Brightness and sharpness of a face, from its square cut to RGBA pixels. */
export function readLight({ data, width, height }: ImageData) {
  const grey = new Float32Array(width * height);
  let sum = 0;
  for (let at = 0; at < grey.length; at += 1) {
    const [red, green, blue] = [data[4 * at] ?? 0, data[4 * at + 1] ?? 0, data[4 * at + 2] ?? 0];
    const light = 0.299 * red + 0.587 * green + 0.114 * blue;
    grey[at] = light;
    sum += light;
  }
  return { brightness: sum / grey.length, sharpness: laplacianVariance(grey, width, height) };
}

function laplacianVariance(grey: Float32Array, width: number, height: number): number {
  let [sum, squares] = [0, 0];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around =
        (grey[at - 1] ?? 0) +
        (grey[at + 1] ?? 0) +
        (grey[at - width] ?? 0) +
        (grey[at + width] ?? 0);
      const value = around - 4 * (grey[at] ?? 0);
      sum += value;
      squares += value * value;
    }
  const count = (width - 2) * (height - 2);
  return squares / count - (sum / count) ** 2;
}

/** Who is meant: the nearer one, and of two that are as near the one in the middle. */
export function inFrontFirst<F extends { box: Box }>(faces: readonly F[], pictureWidth: number) {
  const prominence = ({ box }: F) => {
    const aside = Math.abs(box.x + box.width / 2 - pictureWidth / 2) / (pictureWidth / 2);
    return box.width * (1 - 0.2 * aside);
  };
  return faces.toSorted((one, other) => prominence(other) - prominence(one));
}

/** What to better, the most pressing first. @param faces who stands in front first */
export function hintsFor(faces: readonly FoundFace[], purpose: Purpose): FaceHint[] {
  const gate = gates[purpose];
  const [first, ...others] = faces;
  if (first === undefined || first.score < sure) return ['no_face'];
  const hints: FaceHint[] = [];
  if (others.some(({ box }) => box.width >= gate.rival * first.box.width))
    hints.push('several_faces');
  if (first.eyeDistance < gate.eyes) hints.push('too_small');
  if (Math.abs(first.pose.yaw) > gate.yaw || Math.abs(first.pose.roll) > gate.roll)
    hints.push('look_straight');
  if (first.brightness < dark) hints.push('more_light');
  if (first.brightness > bright) hints.push('less_light');
  if (first.sharpness < blurred) hints.push('hold_still');
  return hints;
}

/** The face with its surroundings, pushed back into the picture where it reaches over an edge. */
export function withSurroundings(box: Box, width: number, height: number): Box {
  const scale = Math.min(width / box.width, height / box.height, surroundings);
  const size = { width: Math.floor(box.width * scale), height: Math.floor(box.height * scale) };
  return {
    x: inside(box.x + (box.width - size.width) / 2, width - size.width),
    y: inside(box.y + (box.height - size.height) / 2, height - size.height),
    ...size,
  };
}

/** A start so that what is so long lies within so much room. */
const inside = (start: number, room: number) =>
  Math.min(Math.max(0, Math.floor(start)), Math.max(0, room));

/** A square about the middle of a box. */
export function squareAround({ x, y, width, height }: Box): Box {
  const side = Math.max(width, height);
  return {
    x: x + width / 2 - side / 2,
    y: y + height / 2 - side / 2,
    width: side,
    height: side,
  };
}
