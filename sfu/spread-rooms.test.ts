import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMediaNode } from './in-process-node.ts';
import type { MediaNode } from './media-node.ts';
import { nextEvent, PlainPeer } from './testing/plain-peer.ts';

/** Two workers, each full with two peers: the third and fourth of a room stand on the far one. */
let node: MediaNode;
const peers: PlainPeer[] = [];

async function join(peerId: string, roomId = 'r'): Promise<PlainPeer> {
  const peer = await PlainPeer.join(node, roomId, peerId);
  peers.push(peer);
  return peer;
}

/** An and Binh on the home stage, Chi and Dung on the far one. */
async function fourPeers() {
  const [an, binh] = [await join('an'), await join('binh')];
  return { an, binh, chi: await join('chi'), dung: await join('dung') };
}

/** Consumes and resumes. */
async function watch(peer: PlainPeer, producerId: string): Promise<string> {
  const [consumer] = await node.consume(peer.ref, [producerId]);
  if (!consumer) throw new Error('nothing to consume');
  const { consumerId } = consumer;
  await node.changeConsumers(peer.ref, [{ consumerId, paused: false }]);
  return consumerId;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Nothing comes in any more, apart from what was on its way. */
async function expectSilence({ sink }: PlainPeer): Promise<void> {
  await pause(100);
  const { length } = sink.packets;
  await pause(200);
  expect(sink.packets).toHaveLength(length);
}

/** What runs on each worker: "peers/producers/consumers". */
async function running(): Promise<string[]> {
  const { workers } = await node.load();
  return workers.map(({ peers: here, producers, consumers }) =>
    [here, producers, consumers].join('/'),
  );
}

async function peersOnEach(): Promise<number[]> {
  return (await node.load()).workers.map(({ peers: here }) => here);
}

beforeEach(async () => {
  const listen = [{ ip: '127.0.0.1' }];
  node = await createMediaNode({ workers: 2, firstPort: 0, listen, streamsPerWorker: 16 });
});

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close();
  await node.close();
});

describe('placing', () => {
  test('a room stays on one worker until that is full, and goes home when all are', async () => {
    await join('an');
    await join('binh');
    expect(await peersOnEach()).toEqual([2, 0]);
    await join('chi');
    await join('dung');
    expect(await peersOnEach()).toEqual([2, 2]);
    await join('em');
    expect(await peersOnEach()).toEqual([3, 2]);
    const { workers } = await node.load();
    expect(workers.map(({ rooms }) => rooms)).toEqual([1, 1]);
  });

  test('a hall that comes in at once is spread before anyone watches anything', async () => {
    await Promise.all(['an', 'binh', 'chi', 'dung'].map((peerId) => join(peerId)));
    expect(await peersOnEach()).toEqual([2, 2]);
  });

  test('whoever comes back is placed anew, where there is room', async () => {
    const { an } = await fourPeers();
    await node.leave(an.ref);
    await join('em');
    expect(await peersOnEach()).toEqual([2, 2]);
  });

  test('closing the room ends what stands on every worker', async () => {
    const { an, chi } = await fourPeers();
    await watch(chi, (await an.speak()).producerId);
    await node.closeRoom('r');
    expect(await running()).toEqual(['0/0/0', '0/0/0']);
  });
});

describe('streams between workers', () => {
  test('a stream crosses once, however many ask at once, and is counted on both', async () => {
    const { an, chi, dung } = await fourPeers();
    const { producerId } = await an.speak('screen-audio');
    await Promise.all([watch(chi, producerId), watch(dung, producerId)]);
    await Promise.all([chi.sink.until(() => true), dung.sink.until(() => true)]);
    expect(await running()).toEqual(['2/1/1', '2/1/2']);
  });

  test('it crosses in both directions, and not where nobody asks', async () => {
    const { an, binh, chi } = await fourPeers();
    const [near, far] = [await an.film([100]), await chi.film([200])];
    await watch(binh, near.producerId);
    expect(await running()).toEqual(['2/1/1', '2/1/0']);
    await watch(binh, far.producerId);
    await watch(chi, near.producerId);
    await binh.sink.until(({ payloadBytes }) => payloadBytes === 200);
    await chi.sink.until(({ payloadBytes }) => payloadBytes === 100);
  });

  test('paused and locked stop it on the far stage, and resuming lets it through again', async () => {
    const { an, chi } = await fourPeers();
    const { producerId } = await an.speak();
    await watch(chi, producerId);
    await chi.sink.until(() => true);
    await node.pauseProducer(an.ref, producerId, true);
    await expectSilence(chi);
    await node.pauseProducer(an.ref, producerId, false);
    await chi.sink.until(() => true);
    await node.lockProducer(an.ref, producerId, true);
    await expectSilence(chi);
    await node.lockProducer(an.ref, producerId, false);
    await expectSilence(chi);
    await node.pauseProducer(an.ref, producerId, false);
    await chi.sink.until(() => true);
  });

  test('a stream that begins locked is paused on the far stage, too', async () => {
    const { an, chi } = await fourPeers();
    const { producerId } = await an.speak('microphone', true);
    const [consumer] = await node.consume(chi.ref, [producerId]);
    expect(consumer).toMatchObject({ producerId, producerPaused: true });
  });

  test('its end ends those who watch it there, and so does the leaving of its sender', async () => {
    const { an, binh, chi } = await fourPeers();
    const [first, second] = [await an.speak(), await binh.speak()];
    await watch(chi, first.producerId);
    await watch(chi, second.producerId);
    const watched = async () => (await node.peerStats(chi.ref)).consumers.length;
    await node.closeProducer(an.ref, first.producerId);
    await vi.waitFor(async () => expect(await watched()).toBe(1));
    await node.leave(binh.ref);
    await vi.waitFor(async () => expect(await watched()).toBe(0));
    expect(await node.consume(chi.ref, [first.producerId, second.producerId])).toEqual([]);
    expect(await running()).toEqual(['1/0/0', '2/0/0']);
  });

  test('the receiver on the far stage gets the layer it asks for, each its own', async () => {
    const { an, chi, dung } = await fourPeers();
    const { producerId } = await an.film([100, 200, 300]);
    const consumerId = await watch(chi, producerId);
    await watch(dung, producerId);
    await chi.sink.until(({ payloadBytes }) => payloadBytes === 300);
    const told = nextEvent(node, 'layers', ({ layers }) => layers?.spatialLayer === 0);
    await node.changeConsumers(chi.ref, [{ consumerId, layers: { spatialLayer: 0 } }]);
    await chi.sink.until(({ payloadBytes }) => payloadBytes === 100);
    expect(await told).toMatchObject({ peerId: 'chi', consumerId });
    await dung.sink.until(({ payloadBytes }) => payloadBytes === 300);
  });

  test('what nobody on the far stage watched for a while comes back when it is watched', async () => {
    const { an, chi } = await fourPeers();
    const { producerId } = await an.film([100, 200, 300]);
    const consumerId = await watch(chi, producerId);
    await chi.sink.until(() => true);
    await node.changeConsumers(chi.ref, [{ consumerId, paused: true }]);
    await pause(3000);
    await node.changeConsumers(chi.ref, [{ consumerId, paused: false }]);
    await chi.sink.until(({ payloadBytes }) => payloadBytes === 300);
  });
});

describe('what is told of a room on two workers', () => {
  test('who speaks on the far stage is heard, and that they stopped sending', async () => {
    const { chi } = await fourPeers();
    const speaking = nextEvent(node, 'speaker', ({ peerId }) => peerId === 'chi');
    const loud = nextEvent(node, 'levels', ({ levels }) => levels.length > 0);
    const { producerId } = await chi.speak();
    await speaking;
    expect((await loud).levels).toEqual([{ peerId: 'chi', volume: -10 }]);
    const gone = nextEvent(node, 'speaker');
    await node.closeProducer(chi.ref, producerId);
    expect(await gone).toEqual({ roomId: 'r', peerId: null });
  });

  test('the sender is told the highest layer that anyone on any stage receives', async () => {
    const { an, binh, chi } = await fourPeers();
    const wanted = (layer: number | null) =>
      nextEvent(node, 'wanted', ({ spatialLayer }) => spatialLayer === layer);
    const { producerId } = await an.film([100, 200, 300]);
    const [near] = await node.consume(binh.ref, [producerId]);
    const [far] = await node.consume(chi.ref, [producerId]);
    if (!near || !far) throw new Error('nothing to consume');
    // A pipe carries all layers, and is no viewer.
    await wanted(null);
    const change = (
      peer: PlainPeer,
      { consumerId }: { consumerId: string },
      layer: number | null,
    ) =>
      node.changeConsumers(peer.ref, [
        { consumerId, paused: layer === null, layers: { spatialLayer: layer ?? 0 } },
      ]);
    const [lowest, middle, lowestAgain] = [wanted(0), wanted(1), wanted(0)];
    await change(binh, near, 0);
    expect(await lowest).toMatchObject({ peerId: 'an', producerId });
    await change(chi, far, 1);
    await middle;
    await lowestAgain;
    const left = wanted(0);
    await change(chi, far, null);
    await left;
  });
});

test('the death of the far worker takes the room and no other; it is built again', async () => {
  const { an, chi } = await fourPeers();
  const whole = await join('em', 'whole');
  await watch(chi, (await an.speak()).producerId);
  const pid = (await node.load()).workers[1]?.pid ?? 0;
  const lost: string[] = [];
  node.on('roomLost', ({ roomId }) => lost.push(roomId));
  const told = nextEvent(node, 'roomLost');
  const replaced = nextEvent(node, 'workerReplaced');
  process.kill(pid, 'SIGKILL');
  expect(await told).toEqual({ roomId: 'r', peerIds: ['an', 'binh', 'chi', 'dung'] });
  const again = await fourPeers();
  await watch(again.chi, (await again.an.speak()).producerId);
  await again.chi.sink.until(() => true);
  await replaced;
  await whole.speak();
  expect(lost).toEqual(['r']);
});
