import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { newId } from '../../../models/ids.ts';
import { beforeWhom, effectOnSpeaker, ownPart, secondsToGoOn } from './queue.ts';

const entry = (change: Partial<FloorEntry> = {}): FloorEntry => ({
  id: newId(),
  personId: newId(),
  kind: 'speech',
  state: 'waiting',
  topic: '',
  agendaItemId: null,
  place: 1,
  askedAt: '2025-11-22T01:40:00Z',
  allottedSeconds: 300,
  spokenMs: 0,
  since: null,
  startedAt: null,
  endedAt: null,
  ...change,
});
const floorOf = (entries: FloorEntry[]): Floor => ({
  meetingId: newId(),
  mode: 'open',
  defaultSeconds: 300,
  version: 1,
  entries,
});

/** What the server makes of it: the request stands before the other one, or last. */
function moved(waiting: FloorEntry[], id: string, beforeId: string | null): string[] {
  const rest = waiting.map((one) => one.id).filter((one) => one !== id);
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId);
  return rest.toSpliced(at, 0, id);
}

describe('order', () => {
  const queues = fc
    .integer({ min: 1, max: 8 })
    .map((n) => Array.from({ length: n }, () => entry()));

  it('[floor] up and down move a request by one place and no other out of its order', () => {
    fc.assert(
      fc.property(queues, fc.nat(7), fc.constantFrom('up', 'down'), (waiting, pick, direction) => {
        const at = pick % waiting.length;
        const id = waiting[at]?.id ?? '';
        const before = beforeWhom(waiting, id, direction);
        const to = at + (direction === 'up' ? -1 : 1);
        if (to < 0 || to >= waiting.length) {
          expect(before).toBeUndefined();
          return;
        }
        const ids = waiting.map((one) => one.id);
        expect(moved(waiting, id, before ?? null)).toEqual(
          ids.toSpliced(at, 1).toSpliced(to, 0, id),
        );
      }),
    );
  });

  it('[floor] nobody is moved past the points of order, nor they past the others', () => {
    const waiting = [entry({ kind: 'point_of_order' }), entry()];
    expect(beforeWhom(waiting, waiting[0]?.id ?? '', 'down')).toBeUndefined();
    expect(beforeWhom(waiting, waiting[1]?.id ?? '', 'up')).toBeUndefined();
  });
});

describe('own part', () => {
  it('[floor] the own place counts all who wait, and the own speech is no request', () => {
    const me = newId();
    const mine = entry({ personId: me, kind: 'question' });
    const speech = entry({ personId: me, state: 'speaking' });
    expect(ownPart(floorOf([speech, entry(), mine, entry()]), me)).toEqual({
      speech,
      total: 3,
      requests: [{ entry: mine, place: 2 }],
    });
  });
});

it('[floor] only a point of order interrupts, and not another one', () => {
  const [speech, order] = [entry(), entry({ kind: 'point_of_order' })];
  expect(effectOnSpeaker(undefined, order)).toBe('none');
  expect(effectOnSpeaker(speech, order)).toBe('interrupts');
  expect(effectOnSpeaker(speech, speech)).toBe('ends');
  expect(effectOnSpeaker(order, order)).toBe('ends');
  expect(effectOnSpeaker(speech, undefined)).toBe('ends');
});

it('[floor] who may go on gets what was left, and enough to finish a sentence', () => {
  expect(secondsToGoOn(entry({ spokenMs: 120_500 }))).toBe(180);
  expect(secondsToGoOn(entry({ spokenMs: 400_000 }))).toBe(30);
  expect(secondsToGoOn(entry({ allottedSeconds: null }))).toBeNull();
});
