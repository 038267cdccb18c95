import {
  array,
  assert as check,
  constantFrom,
  double,
  integer,
  property,
  record,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TurnFrame, type TurnTask, judgeTurn } from './challenge-rules.ts';
import { type Head, flatHead, roundHead, view } from './testing/heads.ts';

const own = new Float32Array([1, 0, 0, 0]);
const other = new Float32Array([0, 1, 0, 0]);
const someone = { nose: 0.95, mouth: 0.3 };
const task: TurnTask = {
  direction: 'left',
  promptAt: 1000,
  window: 4000,
  reference: own,
  sameFace: 1,
};

/** Every 120 ms a picture of a head whose turn, in degrees to the right of the picture, is told by the time. */
function film(head: Head, turn: (at: number) => number, embedding = (_at: number) => own) {
  const frames: TurnFrame[] = [];
  for (let at = 300; at <= 3500; at += 120) {
    const yaw = (turn(at) * Math.PI) / 180;
    const marks = view(head, { yaw, pitch: 0.05, roll: 0.03, distance: 12, size: 80 });
    frames.push({ at, marks, embedding: embedding(at) });
  }
  return frames;
}

/** From `start` on, 40° within so many milliseconds. */
const turning =
  (side: 1 | -1, start = 1400, within = 700) =>
  (at: number) =>
    side * 40 * Math.min(1, Math.max(0, (at - start) / within));

const head = roundHead(someone);
const cases = [
  ['left', 1],
  ['right', -1],
] as const;

describe('a turn of the head', () => {
  it.each(cases)('[C6] to the own %s, when told to, passes', (direction, side) => {
    expect(judgeTurn({ ...task, direction }, film(head, turning(side)))).toBeNull();
  });

  it('[C7] to the own left goes to the right in the unmirrored picture, as in a mirror it goes left', () => {
    const [toTheRight] = film(head, () => 30);
    const { leftEye, rightEye, nose } = toTheRight!.marks!;
    expect(nose.x).toBeGreaterThan((leftEye.x + rightEye.x) / 2);
    expect(judgeTurn(task, film(head, turning(1)))).toBeNull();
  });

  it.each(cases)('[C8] asked to the %s, made to the other side, is refused', (direction, side) => {
    const frames = film(head, turning(side === 1 ? -1 : 1));
    expect(judgeTurn({ ...task, direction }, frames)).toBe('wrong_way');
  });

  it('[C9] before it was asked for is refused, whether it stays or comes back', () => {
    expect(judgeTurn(task, film(head, turning(1, 400, 300)))).toBe('turned_early');
    expect(
      judgeTurn(
        task,
        film(head, () => 40),
      ),
    ).toBe('not_straight');
  });

  it('[C10] too little, or too late, is no turn', () => {
    expect(
      judgeTurn(
        task,
        film(head, (at) => turning(1)(at) / 6),
      ),
    ).toBe('no_turn');
    expect(judgeTurn({ ...task, window: 600 }, film(head, turning(1, 2000)))).toBe('no_turn');
  });

  it('[C11] that was not seen on its way may be a second picture and is refused', () => {
    expect(
      judgeTurn(
        task,
        film(head, (at) => (at < 1700 ? 0 : 40)),
      ),
    ).toBe('interrupted');
    const away = film(head, turning(1)).map((frame) =>
      frame.at > 1200 && frame.at < 2000 ? { ...frame, marks: null, embedding: null } : frame,
    );
    expect(judgeTurn(task, away)).toBe('interrupted');
  });

  it('[C12] by another face, from the start or from the middle, is refused', () => {
    expect(
      judgeTurn(
        task,
        film(head, turning(1), () => other),
      ),
    ).toBe('another_face');
    const swapped = film(head, turning(1), (at) => (at < 1600 ? own : other));
    expect(judgeTurn(task, swapped)).toBe('another_face');
  });

  it('[C13] of nobody, and with nobody before it, is refused', () => {
    expect(judgeTurn(task, [])).toBe('not_straight');
    const late = film(head, turning(1)).filter(({ at }) => at > 1300);
    expect(judgeTurn(task, late)).toBe('not_straight');
  });
});

describe('a still picture of the right face', () => {
  const angle = double({ min: -75, max: 75, noNaN: true });
  const lean = double({ min: -0.6, max: 0.6, noNaN: true });
  const pose = record({
    yaw: angle,
    pitch: lean,
    roll: lean,
    size: integer({ min: 30, max: 200 }),
  });

  it('[C14] never passes, whatever is done with it from picture to picture', () => {
    const direction = constantFrom('left' as const, 'right' as const);
    const moves = array(pose, { minLength: 6, maxLength: 20 });
    check(
      property(direction, moves, (to, poses) => {
        const sheet = flatHead(someone);
        const frames = poses.map(({ yaw, ...rest }, index) => ({
          at: 300 + index * 130,
          marks: view(sheet, { ...rest, yaw: (yaw * Math.PI) / 180, distance: 8 }),
          embedding: own,
        }));
        expect(judgeTurn({ ...task, direction: to }, frames)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('[C15] held straight and then slanted as a head would turn is called flat', () => {
    const sheet = flatHead(someone);
    const frames = film(sheet, () => 0).map((frame, index) => {
      const slant = Math.max(0, Math.min(1, (index - 9) / 6));
      const marks = view(sheet, { yaw: 1.05 * slant, pitch: 0, roll: 0.6, distance: 12, size: 80 });
      return { ...frame, marks };
    });
    expect(judgeTurn(task, frames)).toBe('flat');
    expect(judgeTurn({ ...task, direction: 'right' }, frames)).not.toBeNull();
  });

  it('[C16] bent and turned in the hand never passes', () => {
    const pipe = double({ min: 1.25, max: 6, noNaN: true });
    check(
      property(pipe, double({ min: 20, max: 65, noNaN: true }), (radius, most) => {
        const sheet = flatHead({ ...someone, pipe: radius });
        const frames = film(sheet, (at) => (turning(1)(at) / 40) * most);
        expect(judgeTurn(task, frames)).not.toBeNull();
      }),
    );
  });

  it('[C17] exchanged for a picture of the turned head never passes', () => {
    const start = integer({ min: 1200, max: 3000 });
    check(
      property(start, double({ min: 28, max: 38, noNaN: true }), (at, yaw) => {
        expect(
          judgeTurn(
            task,
            film(head, (now) => (now < at ? 0 : yaw)),
          ),
        ).toBe('interrupted');
      }),
    );
  });
});
