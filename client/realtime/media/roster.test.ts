import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MediaPeer,
  MediaSource,
  type ProducerInfo,
  kindOfSource,
} from '../../../models/contracts/media.ts';
import { Roster, type RosterEvent } from './roster.ts';

const peerOf = (id: string): MediaPeer => ({ peerId: id, personId: id, roomName: null });
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
  // A producer belongs to one peer.
  .map((one): ProducerInfo => ({
    ...one,
    producerId: `${one.peerId}-${one.producerId}`,
    kind: kindOfSource[one.source],
  }));
const event: fc.Arbitrary<RosterEvent> = fc.oneof(
  fc
    .record({ joined: fc.array(peerId.map(peerOf)), left: fc.array(peerId) })
    .map((one): RosterEvent => ({ type: 'peers', ...one })),
  stream.map((one): RosterEvent => ({ type: 'stream', stream: one })),
  fc.record({ peerId, producerId }).map(({ peerId: id, producerId: name }): RosterEvent => ({
    type: 'ended',
    peerId: id,
    producerId: `${id}-${name}`,
  })),
);
const events = fc.array(event, { maxLength: 30 });

function rosterAfter(all: readonly RosterEvent[]): Roster {
  const roster = new Roster({ peers: [], producers: [], qualities: [] });
  for (const one of all) roster.apply(one);
  return roster;
}

describe('who is in the room', () => {
  test('an event that comes twice changes nothing the second time', () => {
    fc.assert(
      fc.property(events, event, (before, last) => {
        expect(rosterAfter([...before, last, last]).peers).toEqual(
          rosterAfter([...before, last]).peers,
        );
      }),
    );
  });

  test('nobody sends two streams of one source, and only those who are there send', () => {
    fc.assert(
      fc.property(events, (all) => {
        const roster = rosterAfter(all);
        const sent = [...roster.peers.values()].flatMap(({ streams }) => streams);
        for (const { streams } of roster.peers.values())
          expect(new Set(streams.map(({ source }) => source)).size).toBe(streams.length);
        expect(new Map(sent.map((one) => [one.producerId, one]))).toEqual(roster.streams);
      }),
    );
  });

  test('a person about whom nothing changed stays the same object, also in a new copy', () => {
    const roster = new Roster({
      peers: [peerOf('an'), peerOf('binh')],
      producers: [],
      qualities: [],
    });
    const before = roster.peers;
    roster.apply({ type: 'peers', joined: [], left: ['binh'] });
    const after = roster.peers;
    expect(after).not.toBe(before);
    expect(after.get('an')).toBe(before.get('an'));
    expect(before.has('binh')).toBe(true);
    roster.apply({ type: 'peers', joined: [peerOf('an')], left: ['binh'] });
    expect(roster.peers).toBe(after);
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
    expect(new Roster({ peers: [], producers: [camera], qualities: [] }).streams.size).toBe(0);
  });

  test('oneself is no one else, and a line is known only of those who are there', () => {
    const roster = new Roster(
      { peers: [peerOf('an'), peerOf('binh')], producers: [], qualities: [] },
      'an',
    );
    const quality = { level: 'poor', reason: 'loss' } as const;
    roster.apply({
      type: 'qualities',
      qualities: ['an', 'binh', 'gone'].map((name) => ({ peerId: name, quality })),
    });
    expect([...roster.peers.keys()]).toEqual(['binh']);
    expect([...roster.qualities.keys()]).toEqual(['binh']);
    roster.apply({ type: 'peers', joined: [], left: ['binh'] });
    expect(roster.qualities.size).toBe(0);
  });
});
