import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Scene,
  type Sender,
  choosePicture,
  deleteAt,
  filmTimeOf,
  hold,
  mayDelete,
  nextPicture,
  nextStep,
  presenceOf,
  refusalToStart,
  timelineOf,
} from './rules.ts';

const ids = ['an', 'binh', 'chi', 'dung'];
const camera = (name: string) => `${name}-camera`;
const screen = (name: string) => `${name}-screen`;
const sender = (name: string, more: Partial<Sender> = {}): Sender => ({
  peerId: `${name}-peer`,
  personId: name,
  camera: camera(name),
  screen: null,
  ...more,
});
const scene = (more: Partial<Scene> = {}): Scene => ({
  senders: ids.map((name) => sender(name)),
  floorId: 'binh',
  speakerPeerId: 'chi-peer',
  chairId: 'dung',
  ...more,
});
const maybe = (name: string) => fc.constantFrom(null, name);
const anyScene: fc.Arbitrary<Scene> = fc.record({
  senders: fc
    .tuple(
      ...ids.map((name) => fc.record({ camera: maybe(camera(name)), screen: maybe(screen(name)) })),
    )
    .map((all) => all.map((sent, index) => sender(ids[index] ?? '', sent))),
  floorId: fc.constantFrom(null, ...ids),
  speakerPeerId: fc.constantFrom(null, ...ids.map((name) => `${name}-peer`)),
  chairId: fc.constantFrom(null, ...ids),
});
const sentIn = ({ senders }: Scene) =>
  senders.flatMap((one) => [one.camera, one.screen]).filter((id) => id !== null);

describe('whom a recording shows', () => {
  test('[RV1] what is shared, else the floor, else who is heard, else the chair, else anyone', () => {
    const shared = [sender('an', { screen: screen('an') }), ...scene().senders.slice(1)];
    expect(choosePicture(scene({ senders: shared }), null)).toBe(screen('an'));
    expect(choosePicture(scene(), null)).toBe(camera('binh'));
    expect(choosePicture(scene({ floorId: null }), null)).toBe(camera('chi'));
    const silent = { floorId: null, speakerPeerId: null };
    expect(choosePicture(scene(silent), null)).toBe(camera('dung'));
    expect(choosePicture(scene({ ...silent, chairId: null }), null)).toBe(camera('an'));
    expect(choosePicture(scene({ ...silent, chairId: null }), camera('chi'))).toBe(camera('chi'));
    expect(choosePicture(scene({ senders: [] }), camera('an'))).toBeNull();
  });

  test('[RV2] who speaks in the hall without a camera is seen through that of the room', () => {
    const room = sender('room', { personId: null });
    const senders = [sender('an'), room, sender('binh', { camera: null })];
    expect(choosePicture(scene({ senders }), null)).toBe(camera('room'));
  });

  test('[RV3] a picture that is sent, whenever there is one', () => {
    fc.assert(
      fc.property(
        anyScene,
        fc.constantFrom(null, ...ids.map(camera)),
        fc.nat(6000),
        (at, shown, age) => {
          const next = nextPicture(at, { producerId: shown, age });
          if (sentIn(at).length === 0) expect(next).toBeNull();
          else expect(sentIn(at)).toContain(next);
        },
      ),
    );
  });

  test('[RV4] a picture that lasts is not left before its time', () => {
    fc.assert(
      fc.property(anyScene, fc.constantFrom(...ids), fc.nat(hold - 1), (at, name, age) => {
        const shown = { producerId: camera(name), age };
        if (sentIn(at).includes(camera(name))) expect(nextPicture(at, shown)).toBe(camera(name));
      }),
    );
  });

  test('[RV5] with nothing new, the picture stays what it is', () => {
    fc.assert(
      fc.property(anyScene, (at) => {
        const chosen = choosePicture(at, null);
        expect(nextPicture(at, { producerId: chosen, age: hold })).toBe(chosen);
      }),
    );
  });
});

describe('timeline', () => {
  const turns = fc
    .array(
      fc.record({
        at: fc.double({ min: 0, max: 500, noNaN: true }),
        personId: fc.constantFrom(null, ...ids),
      }),
    )
    .map((all) => all.toSorted((a, b) => a.at - b.at));

  test('[RV6] nobody speaks at the same time as another, before the start or after the end', () => {
    fc.assert(
      fc.property(turns, fc.nat(500), (all, end) => {
        let last = 0;
        for (const { from, to } of timelineOf(all, end)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to - from).toBeGreaterThanOrEqual(2);
          expect(to).toBeLessThanOrEqual(end);
          last = to;
        }
      }),
    );
  });

  test('[RV7] a cough neither counts as a speech nor cuts one in two', () => {
    const all = [
      { at: 1, personId: 'an' },
      { at: 10, personId: 'binh' },
      { at: 11, personId: 'an' },
      { at: 20, personId: null },
    ];
    expect(timelineOf(all, 30)).toEqual([{ personId: 'an', from: 1, to: 20 }]);
  });
});

test('[RV8] only an open meeting that is not recorded yet can be recorded', () => {
  expect(refusalToStart('open', false)).toBeNull();
  expect(refusalToStart('open', true)).toBe('recording_state');
  expect(refusalToStart('planned', false)).toBe('meeting_not_open');
  expect(refusalToStart('closed', false)).toBe('meeting_not_open');
});

test('[RV9] a recording deletes itself after so many days, or never', () => {
  expect(deleteAt('2026-03-02T01:00:00.000Z', 180)).toBe('2026-08-29T01:00:00.000Z');
  expect(deleteAt('2026-03-02T01:00:00.000Z', 0)).toBeNull();
  expect(deleteAt(null, 180)).toBeNull();
});

test('[RV10] what is still being made cannot be deleted', () => {
  expect(['running', 'finishing', 'ready', 'failed', 'deleted'] as const).toSatisfy(
    (states: readonly Parameters<typeof mayDelete>[0][]) =>
      states.filter(mayDelete).join() === 'ready,failed',
  );
});

describe('the time of a film', () => {
  const take = fc.record({
    rest: fc.double({ min: 0, max: 9000, noNaN: true }),
    seconds: fc.double({ min: 1, max: 500, noNaN: true }),
  });

  test('[RV11] takes follow one another in the film, and what lies between them is a gap', () => {
    fc.assert(
      fc.property(fc.array(take, { minLength: 1, maxLength: 8 }), (all) => {
        let began = 0;
        const takes = all.map(({ rest, seconds }) => {
          began += rest * 1000;
          const one = { began, seconds, turns: [{ at: 0, personId: 'an' }] };
          began += seconds * 1000;
          return one;
        });
        const { spoken, gaps } = filmTimeOf(takes);
        const length = all.reduce((sum, { seconds }) => sum + seconds, 0);
        expect(spoken.at(-1)?.to ?? length).toBeLessThanOrEqual(length + 1e-6);
        let before = 0;
        for (const { from, to } of spoken) {
          expect(from).toBeGreaterThanOrEqual(before - 1e-6);
          before = to;
        }
        const rested = all.slice(1).reduce((sum, { rest }) => sum + rest, 0);
        const missing = gaps.reduce((sum, { seconds }) => sum + seconds, 0);
        expect(missing).toBeCloseTo(rested, 3);
        for (const { at } of gaps) expect(at).toBeLessThan(length);
      }),
    );
  });

  test('[RV12] a clock that was set back between takes makes no gap', () => {
    const takes = [
      { began: 10_000, seconds: 5, turns: [] },
      { began: 9000, seconds: 5, turns: [] },
    ];
    expect(filmTimeOf(takes).gaps).toEqual([]);
  });
});

test('[RV13] it begins with the first sound or picture, rests in an empty room and ends after the set time', () => {
  const nobody = { someone: false, sends: false };
  const quiet = { someone: true, sends: false };
  const loud = { someone: true, sends: true };
  const step = (isTaking: boolean, presence: typeof nobody, emptyFor = 0, idleLimit = 60_000) =>
    nextStep({ isTaking, presence, emptyFor, idleLimit });
  expect(step(false, quiet)).toBeNull();
  expect(step(false, loud)).toBe('begin');
  expect(step(true, quiet, 9000)).toBeNull();
  expect(step(true, nobody, 4000)).toBeNull();
  expect(step(true, nobody, 5000)).toBe('rest');
  expect(step(false, nobody, 59_000)).toBeNull();
  expect(step(false, nobody, 60_000)).toBe('end');
  expect(step(false, nobody, 1e9, 0)).toBeNull();
});

test('[RV14] a big screen is nobody, the camera of a room is someone', () => {
  expect(presenceOf([{ personId: null, streams: [] }])).toEqual({ someone: false, sends: false });
  expect(presenceOf([{ personId: null, streams: [1] }])).toEqual({ someone: true, sends: true });
  expect(presenceOf([{ personId: 'an', streams: [] }])).toEqual({ someone: true, sends: false });
});
