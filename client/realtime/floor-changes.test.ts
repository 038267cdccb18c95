import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Floor,
  type FloorEntry,
  floorKinds,
  floorStates,
} from '../../models/contracts/floor.ts';
import { newId } from '../../models/ids.ts';
import { afterFloorChange, afterSpeeches } from './floor-changes.ts';

const meetingId = newId();
const times = fc.constantFrom('2025-11-22T01:40:00Z', '2025-11-22T01:45:00Z');
const entries = fc.record<FloorEntry>({
  // A few ids only, so that changes meet what is known.
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  personId: fc.uuid(),
  kind: fc.constantFrom(...floorKinds),
  state: fc.constantFrom(...floorStates),
  topic: fc.string(),
  agendaItemId: fc.constant(null),
  place: fc.nat(20),
  askedAt: times,
  allottedSeconds: fc.constantFrom(null, 300),
  spokenMs: fc.nat(1000),
  since: fc.constant(null),
  startedAt: fc.option(times),
  endedAt: fc.constant(null),
});
const changes = fc.array(fc.uniqueArray(entries, { selector: ({ id }) => id }), { maxLength: 12 });
const empty: Floor = { meetingId, mode: 'open', defaultSeconds: 300, version: 7, entries: [] };
const noticeOf = (changed: FloorEntry[], version: number) =>
  ({ meetingId, mode: 'chaired', defaultSeconds: null, version, changed }) as const;

/** Applies one notice after the other. */
const after = (all: readonly FloorEntry[][]): Floor =>
  all.reduce<Floor>((floor, changed, at) => {
    const next = afterFloorChange(floor, noticeOf(changed, empty.version + 1 + at));
    if (next === 'missed') throw new Error('nothing was missed');
    return next;
  }, empty);

describe('afterFloorChange', () => {
  it('[floor] what every notice said last is what stands, and only of those still on the floor', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const last = new Map(all.flat().map((entry) => [entry.id, entry]));
        const on = [...last.values()].filter(({ state }) =>
          ['speaking', 'interrupted', 'waiting'].includes(state),
        );
        const floor = after(all);
        expect(new Set(floor.entries)).toEqual(new Set(on));
        expect(floor.version).toBe(empty.version + all.length);
      }),
    );
  });

  it('[floor] speakers stand first, then the interrupted, then points of order, then by place', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const waiting = after(all).entries.filter(({ state }) => state === 'waiting');
        const sorted = waiting.toSorted(
          (a, b) =>
            Number(b.kind === 'point_of_order') - Number(a.kind === 'point_of_order') ||
            a.place - b.place,
        );
        expect(waiting.map(({ place, kind }) => [kind === 'point_of_order', place])).toEqual(
          sorted.map(({ place, kind }) => [kind === 'point_of_order', place]),
        );
        const states = after(all).entries.map(({ state }) => floorStates.indexOf(state));
        const ranks = states.map((state) => (state === 0 ? 3 : state));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('[floor] a notice that comes twice or late changes nothing', () => {
    fc.assert(
      fc.property(changes, entries, fc.nat(10), (all, late, back) => {
        const floor = after(all);
        expect(afterFloorChange(floor, noticeOf([late], floor.version - back))).toBe(floor);
      }),
    );
  });

  it('[floor] a leap in the version means that the floor has to be read again', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 2, max: 99 }), (entry, leap) => {
        expect(afterFloorChange(empty, noticeOf([entry], empty.version + leap))).toBe('missed');
      }),
    );
  });

  it('[floor] the rules come with every notice', () => {
    expect(afterFloorChange(empty, noticeOf([], empty.version + 1))).toMatchObject({
      mode: 'chaired',
      defaultSeconds: null,
    });
  });
});

it('[floor] the speeches stay in the order of speaking, each once, and requests are none', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const speeches = all.reduce<FloorEntry[]>(afterSpeeches, []);
      const starts = speeches.map(({ startedAt }) => startedAt ?? '');
      expect(starts).toEqual(starts.toSorted());
      expect(starts).not.toContain('');
      expect(new Set(speeches.map(({ id }) => id)).size).toBe(speeches.length);
    }),
  );
});
