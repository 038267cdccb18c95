import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MediaSource, type ProducerInfo, kindOfSource } from '../../../models/contracts/media.ts';
import { type RosterEvent, afterEvent, rosterOf, streamsOf } from './roster.ts';

const peerId = fc.constantFrom('an', 'binh', 'chi');
const producerId = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const stream = fc
  .record({
    peerId,
    producerId,
    source: fc.constantFrom(...MediaSource.options),
    paused: fc.boolean(),
    locked: fc.boolean(),
  })
  .map((one): ProducerInfo => ({ ...one, kind: kindOfSource[one.source] }));
const event: fc.Arbitrary<RosterEvent> = fc.oneof(
  peerId.map((id): RosterEvent => ({ type: 'joined', peer: { peerId: id, personId: id } })),
  peerId.map((id): RosterEvent => ({ type: 'left', peerId: id })),
  stream.map((one): RosterEvent => ({ type: 'stream', stream: one })),
  fc.record({ peerId, producerId }).map((one): RosterEvent => ({ type: 'ended', ...one })),
);
const events = fc.array(event, { maxLength: 30 });

describe('who is in the room', () => {
  test('an event that comes twice changes nothing the second time', () => {
    fc.assert(
      fc.property(events, event, (before, last) => {
        const once = [...before, last].reduce(afterEvent, rosterOf([], []));
        expect(afterEvent(once, last)).toEqual(once);
      }),
    );
  });

  test('nobody sends two streams of one source, and only those who are there send', () => {
    fc.assert(
      fc.property(events, (all) => {
        const roster = all.reduce(afterEvent, rosterOf([], []));
        for (const { streams } of roster.values()) {
          const sources = streams.map(({ source }) => source);
          expect(new Set(sources).size).toBe(sources.length);
        }
        expect(streamsOf(roster)).toHaveLength(
          [...roster.values()].reduce((sum, { streams }) => sum + streams.length, 0),
        );
      }),
    );
  });

  test('a person about whom nothing changed stays the same object', () => {
    const peers = [
      { peerId: 'an', personId: 'an' },
      { peerId: 'binh', personId: 'binh' },
    ];
    const before = rosterOf(peers, []);
    const after = afterEvent(before, { type: 'left', peerId: 'binh' });
    expect(after.get('an')).toBe(before.get('an'));
    expect(afterEvent(after, { type: 'left', peerId: 'binh' })).toBe(after);
  });

  test('streams of someone whose leaving overtook the answer are left out', () => {
    const camera: ProducerInfo = {
      producerId: 'p1',
      peerId: 'gone',
      kind: 'video',
      source: 'camera',
      paused: false,
      locked: false,
    };
    expect(streamsOf(rosterOf([], [camera]))).toEqual([]);
  });
});
