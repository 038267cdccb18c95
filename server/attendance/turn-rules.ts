import type { Marks, Point } from './face/types.ts';

/**
 * Tells the turn of a head from any view of a flat picture of one. However a sheet is held, the corners of eyes and
 * mouth and the tip of the nose on it go through one projective map: the map that takes the four corners back to where
 * they were takes the nose back as well. On a head the nose stands out of the plane of the others, and comes out aside.
 */
export interface Shape {
  /** Corners of eyes and mouth, then the nose; the eyes at (−1, 0) and (1, 0). */
  corners: readonly [Point, Point, Point, Point];
  nose: Point;
  /** Eyes to mouth, in halves of the distance of the eyes. */
  height: number;
}

export interface Turn {
  /** How far aside the nose is, in halves of the distance of the eyes; positive to the right in the picture. */
  turn: number;
  /** Whether it stands out as a nose does; on a bent sheet it lies as much aside only when that is turned away far. */
  inDepth: boolean;
}

/**
 * On a head the nose lies aside by 0.6 to 0.9 times the tangent of the turn, on a sheet bent around a pipe by 0.25.
 * Landmarks on slanted pictures err, so the limits are those that none of some 480 views of 23 real ones passed.
 */
const leastDepth = 0.55;
/** Turned farther than this, by the eyes or by the nose, landmarks are guesses. */
const narrowest = 0.75;
const farthest = 1.15;
/** A head that turns stays upright; radians. */
export const mostLean = 0.4;
/** What turns the nose out of the plane brings it towards an eye as well. */
const leastShift = 0.8;
/** Eyes this much nearer to each other, against the height of the face, say nothing certain about a turn. */
const uncertain = 0.93;

/** Where the nose is between the outer corners of the eyes: 0 in the middle, ±1 at a corner. */
export function noseShift({ leftEye, rightEye, nose }: Marks): number {
  return upright({ leftEye, rightEye })(nose).x;
}

/** The face at rest, from several pictures of it. @param all at least one */
export function meanShape(all: readonly Marks[]): Shape {
  const shapes = all.map(shapeOf);
  const [first] = shapes;
  if (first === undefined) throw new Error('a mean needs at least one face');
  const mean = (pick: (shape: Shape) => Point): Point => ({
    x: shapes.reduce((sum, shape) => sum + pick(shape).x, 0) / shapes.length,
    y: shapes.reduce((sum, shape) => sum + pick(shape).y, 0) / shapes.length,
  });
  const corners = [
    mean(({ corners: [one] }) => one),
    mean(({ corners: [, two] }) => two),
    mean(({ corners: [, , three] }) => three),
    mean(({ corners: [, , , four] }) => four),
  ] as const;
  const height = shapes.reduce((sum, shape) => sum + shape.height, 0) / shapes.length;
  return { corners, nose: mean(({ nose }) => nose), height };
}

/** How a face is turned against itself at rest. */
export function turnOf(base: Shape, marks: Marks): Turn {
  const now = shapeOf(marks);
  const back = projection(now.corners, base.corners);
  const turn = back === null ? 0 : back(now.nose).x - base.nose.x;
  const narrowed = base.height / now.height;
  const tangent = Math.sqrt(Math.max(0, 1 / (narrowed * narrowed) - 1));
  const isDeep = narrowed >= uncertain || Math.abs(turn) >= leastDepth * tangent;
  const shift = (now.nose.x - base.nose.x) * Math.sign(turn);
  const { leftEye, rightEye } = marks;
  const lean = Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x);
  const isClear = narrowed >= narrowest && shift <= farthest && Math.abs(lean) <= mostLean;
  return { turn, inDepth: isDeep && isClear && shift >= leastShift * Math.abs(turn) };
}

function shapeOf(marks: Marks): Shape {
  const place = upright(marks);
  const corners = [
    { x: -1, y: 0 },
    { x: 1, y: 0 },
    place(marks.leftMouth),
    place(marks.rightMouth),
  ] as const;
  const [, , left, right] = corners;
  const height = Math.hypot((left.x + right.x) / 2, (left.y + right.y) / 2);
  return { corners, nose: place(marks.nose), height };
}

/** Shift, turn and scale that bring the eyes to (−1, 0) and (1, 0). */
function upright({ leftEye, rightEye }: Pick<Marks, 'leftEye' | 'rightEye'>) {
  const middle = { x: (leftEye.x + rightEye.x) / 2, y: (leftEye.y + rightEye.y) / 2 };
  const axis = { x: (rightEye.x - leftEye.x) / 2, y: (rightEye.y - leftEye.y) / 2 };
  const square = axis.x * axis.x + axis.y * axis.y || 1;
  return ({ x, y }: Point): Point => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    return {
      x: (dx * axis.x + dy * axis.y) / square,
      y: (dy * axis.x - dx * axis.y) / square,
    };
  };
}

type Corners = Shape['corners'];

/** The projective map that takes four points to four others; null where they do not span a plane. */
function projection(from: Corners, to: Corners): ((point: Point) => Point) | null {
  const rows = from.flatMap(({ x, y }, at) => {
    const { x: u, y: v } = to[at] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solved = solve(rows);
  if (solved === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return ({ x, y }) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}

/** Gauss's elimination. @param rows each with its right side at its end; changed @returns null where it has no one answer */
function solve(rows: number[][]): number[] | null {
  const count = rows.length;
  for (let column = 0; column < count; column += 1) {
    const order = rows
      .slice(column)
      .toSorted((p, q) => Math.abs(at(q, column)) - Math.abs(at(p, column)));
    rows.splice(column, order.length, ...order);
    const pivot = rows[column] ?? [];
    if (Math.abs(at(pivot, column)) < 1e-9) return null;
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = at(row, column) / at(pivot, column);
      for (let k = column; k <= count; k += 1) row[k] = at(row, k) - factor * at(pivot, k);
    }
  }
  return rows.map((row, index) => at(row, count) / at(row, index));
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
