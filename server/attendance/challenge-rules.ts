import type { TurnDirection, TurnRefusal } from '../../models/contracts/challenge.ts';
import type { Marks } from './face/types.ts';
import { distance } from './face/vectors.ts';
import { type Shape, meanShape, noseShift, turnOf } from './turn-rules.ts';

/** What one picture of the challenge shows; without `marks` or `embedding` it shows nobody. */
export interface TurnFrame {
  /** Milliseconds since the challenge was made. */
  at: number;
  marks: Marks | null;
  embedding: Float32Array | null;
}

export interface TurnTask {
  direction: TurnDirection;
  /** Milliseconds since the challenge was made. */
  promptAt: number;
  /** Milliseconds after the prompt. */
  window: number;
  /** The face that was recognised. */
  reference: Float32Array;
  /** At most so far apart are two vectors of one person. */
  sameFace: number;
}

interface Seen {
  at: number;
  marks: Marks;
  embedding: Float32Array;
}

/** Nobody moves sooner after a prompt: a fifth of a second to see it, less what a camera is late. */
const reactionMs = 150;
const straightFrames = 2;
/** Of the nose against the eyes: who turns more does not look straight. */
const straight = 0.22;
/** How far the nose has to leave the plane of eyes and mouth, in halves of the distance of the eyes: a turn of 20° to 25°. */
export const farEnough = 0.28;
/** A shift of the nose to the eyes that would look like a turn if only a head made it. */
const looksTurned = 0.4;
/** Of `farEnough`, what a head may do before it is told. */
const restless = 0.6;
/** Between these parts of the way the turn is seen going on, so that no second picture took the place of the first. */
const onTheWay = { from: 0.3, to: 0.75 };
const longestGapMs = 700;
/** A turned face lies farther from the straight one of the same person. */
const turnedAllowance = 1.12;

/**
 * Whether a head turned as it was told to: straight before, then over to the demanded side, in time, on its way in
 * between, the same face throughout, and in depth. A picture moved, tilted, slanted or bent does not: see `turn-rules`.
 * @returns null for a pass
 */
export function judgeTurn(task: TurnTask, frames: readonly TurnFrame[]): TurnRefusal | null {
  const seen = frames.filter(isSeen).toSorted((one, other) => one.at - other.at);
  const before = seen.filter(({ at }) => at < task.promptAt + reactionMs);
  const calm = before.filter(({ marks }) => Math.abs(noseShift(marks)) <= straight);
  if (calm.length < straightFrames) return 'not_straight';
  const base = meanShape(calm.map(({ marks }) => marks));
  const side = task.direction === 'left' ? 1 : -1;
  const turns = seen.map((one) => ({ ...one, ...turnTo(side, base, one.marks) }));
  const early = turns.filter(({ at }) => at < task.promptAt + reactionMs);
  if (early.some(({ turn }) => Math.abs(turn) > restless * farEnough)) return 'turned_early';
  const after = turns.filter(
    ({ at }) => at >= task.promptAt + reactionMs && at <= task.promptAt + task.window,
  );
  const refusal = refusalOfTurn(after);
  if (refusal !== null) return refusal;
  const reached = firstReached(after);
  const way = [...early.slice(-1), ...after.slice(0, reached + 1)];
  if (!isContinuous(way)) return 'interrupted';
  return isOnePerson(task, [...early, ...after.slice(0, reached + 1)]) ? null : 'another_face';
}

const isSeen = (frame: TurnFrame): frame is Seen =>
  frame.marks !== null && frame.embedding !== null;

/** In the demanded direction positive. To the own left of a person is to the right in an unmirrored picture. */
function turnTo(side: 1 | -1, base: Shape, marks: Marks) {
  const { turn, inDepth } = turnOf(base, marks);
  return { turn: side * turn, shift: side * noseShift(marks), inDepth };
}

interface Turned {
  at: number;
  turn: number;
  shift: number;
  inDepth: boolean;
}

/** The index of the first picture of two in a row that show a head turned far enough; −1 when there is none. */
const firstReached = (after: readonly Turned[]): number =>
  after.findIndex((one, at) => isReached(one) && isReached(after[at + 1]));

const isReached = (one: Turned | undefined) =>
  one !== undefined && one.turn >= farEnough && one.inDepth;

function refusalOfTurn(after: readonly Turned[]): TurnRefusal | null {
  const reached = firstReached(after);
  const until = reached === -1 ? after : after.slice(0, reached);
  if (until.some(({ turn, inDepth }) => turn <= -farEnough && inDepth)) return 'wrong_way';
  if (reached !== -1) return null;
  const moved = after.some(({ turn, shift }) => turn >= farEnough || shift >= looksTurned);
  return moved ? 'flat' : 'no_turn';
}

/** @param way from the last picture before the prompt to the first that is turned far enough */
function isContinuous(way: readonly Turned[]): boolean {
  const end = way.at(-1)?.turn ?? 0;
  const gaps = way.slice(1).map(({ at }, index) => at - (way[index]?.at ?? at));
  const [from, to] = [onTheWay.from * end, onTheWay.to * end];
  return gaps.every((gap) => gap <= longestGapMs) && way.some((o) => o.turn > from && o.turn < to);
}

/** Each picture is like the face that was recognised, or like the picture before, which was. */
function isOnePerson(task: TurnTask, frames: readonly Seen[]): boolean {
  const limit = task.sameFace * turnedAllowance;
  return frames.every(({ embedding }, index) => {
    const before = frames[index - 1]?.embedding;
    const near = distance(embedding, task.reference) <= task.sameFace;
    return near || (before !== undefined && distance(embedding, before) <= limit);
  });
}
