import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMediaNode } from './in-process-node.ts';
import type { MediaNode } from './media-node.ts';
import { nextEvent, PlainPeer } from './testing/plain-peer.ts';
import { opusParameters } from './testing/rtp.ts';

let node: MediaNode;
let peers: PlainPeer[] = [];

async function join(roomId: string, peerId: string): Promise<PlainPeer> {
  const peer = await PlainPeer.join(node, roomId, peerId);
  peers.push(peer);
  return peer;
}

/** Consumes one stream and returns the consumer, still paused. */
async function watch(peer: PlainPeer, producerId: string) {
  const [consumer] = await node.consume(peer.ref, [producerId]);
  if (!consumer) throw new Error('nothing to consume');
  return consumer;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  node = await createMediaNode({ workers: 2, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
});

afterEach(async () => {
  for (const peer of peers) {
    peer.close();
    await node.closeRoom(peer.ref.roomId);
  }
  peers = [];
});

afterAll(() => node.close());

describe('rooms', () => {
  test('a room begins with its first peer and knows what the others send', async () => {
    const an = await join('r', 'an');
    const voice = await an.speak();
    const binh = await join('r', 'binh');
    expect(an.joined.producers).toEqual([]);
    expect(binh.joined.producers).toEqual([voice]);
    expect(voice).toMatchObject({ peerId: 'an', kind: 'audio', paused: false, locked: false });
  });

  test('every codec of the house is offered, with the fingerprints of Opus FEC and DTX', async () => {
    const { joined } = await join('r', 'an');
    const codecs = joined.rtpCapabilities.codecs ?? [];
    const names = codecs.map(({ mimeType }) => mimeType.toLowerCase());
    for (const name of ['audio/opus', 'video/vp8', 'video/vp9', 'video/h264', 'video/av1']) {
      expect(names).toContain(name);
    }
    expect(codecs[0]?.parameters).toMatchObject({ useinbandfec: 1, usedtx: 1 });
  });

  test('new rooms go to the worker with the least to do', async () => {
    const speaker = await join('busy', 'an');
    await speaker.speak();
    await Promise.all([join('a', 'an'), join('b', 'an')]);
    const { workers } = await node.load();
    expect(workers.map(({ rooms }) => rooms).toSorted()).toEqual([1, 2]);
    expect(workers.find(({ producers }) => producers === 1)?.rooms).toBe(1);
  });

  test('leaving ends what the peer sent, and may be said twice', async () => {
    const an = await join('r', 'an');
    const { producerId } = await an.speak();
    const closed = nextEvent(node, 'producerClosed');
    await node.leave(an.ref);
    await node.leave(an.ref);
    expect(await closed).toEqual({ roomId: 'r', peerId: 'an', producerId });
    await expect(node.peerStats(an.ref)).rejects.toMatchObject({ code: 'media_not_joined' });
  });

  test('a peer that joins again takes the place of its earlier self', async () => {
    const before = await join('r', 'an');
    await before.speak();
    const closed = nextEvent(node, 'producerClosed');
    const after = await join('r', 'an');
    expect((await closed).peerId).toBe('an');
    expect((await node.peerStats(after.ref)).producers).toEqual([]);
  });

  test('a transport offers the one way that was asked for, and both when none was', async () => {
    const { ref } = await join('r', 'an');
    const offered = async (ways?: 'udp' | 'tcp') => {
      const { iceCandidates } = await node.createTransport(ref, { direction: 'send', ways });
      return iceCandidates.map(({ protocol }) => protocol);
    };
    expect(await offered('udp')).toEqual(['udp']);
    expect(await offered('tcp')).toEqual(['tcp']);
    expect(await offered()).toEqual(['udp', 'tcp']);
  });

  test('closing a room may be said twice', async () => {
    const an = await join('r', 'an');
    await node.closeRoom('r');
    await node.closeRoom('r');
    await expect(an.speak()).rejects.toMatchObject({ code: 'media_not_joined' });
  });
});

describe('streams', () => {
  test('nothing flows before the consumer is resumed; then bytes do', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak();
    const { consumerId, rtpParameters } = await watch(binh, producerId);
    await pause(200);
    expect(binh.sink.packets).toEqual([]);
    await node.changeConsumers(binh.ref, [{ consumerId, paused: false }]);
    const packet = await binh.sink.until(() => true);
    expect(packet).toEqual({ ssrc: rtpParameters.encodings?.[0]?.ssrc, payloadBytes: 60 });
  });

  test('asking twice for one stream gives the same consumer', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak();
    const [first, second] = await Promise.all([watch(binh, producerId), watch(binh, producerId)]);
    expect(second.consumerId).toBe(first.consumerId);
  });

  test('streams that ended and one’s own are left out', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const [theirs, own] = [await an.speak(), await binh.speak()];
    await node.closeProducer(an.ref, theirs.producerId);
    const asked = [theirs.producerId, own.producerId, 'never-was'];
    expect(await node.consume(binh.ref, asked)).toEqual([]);
  });

  test('a second stream of the same source takes the place of the first', async () => {
    const an = await join('r', 'an');
    const first = await an.speak();
    const closed = nextEvent(node, 'producerClosed');
    const second = await an.speak();
    expect((await closed).producerId).toBe(first.producerId);
    const { producers } = await node.peerStats(an.ref);
    expect(producers.map(({ producerId }) => producerId)).toEqual([second.producerId]);
  });

  test('no peer can touch the streams or transports of another', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak();
    const { id } = await node.createTransport(an.ref, { direction: 'send' });
    const notFound = { code: 'not_found' };
    await expect(node.closeProducer(binh.ref, producerId)).rejects.toMatchObject(notFound);
    await expect(node.pauseProducer(binh.ref, producerId, true)).rejects.toMatchObject(notFound);
    await expect(node.restartIce(binh.ref, id)).rejects.toMatchObject(notFound);
  });

  test('parameters that mediasoup refuses are refused with a code, and the room lives on', async () => {
    const an = await join('r', 'an');
    const { transportId } = await node.createPlainTransport(an.ref, { direction: 'send' });
    const rtpParameters = { ...opusParameters(1), codecs: [] };
    const bad = { transportId, kind: 'audio', source: 'microphone', rtpParameters } as const;
    await expect(node.produce(an.ref, { ...bad, paused: false })).rejects.toMatchObject({
      code: 'media_rejected',
    });
    await join('r', 'binh');
  });
});

describe('pausing', () => {
  test('a paused stream stops and resumes at its sender’s wish', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak();
    const { consumerId } = await watch(binh, producerId);
    await node.changeConsumers(binh.ref, [{ consumerId, paused: false }]);
    await binh.sink.until(() => true);
    expect(await node.pauseProducer(an.ref, producerId, true)).toMatchObject({ paused: true });
    await pause(100);
    const { length } = binh.sink.packets;
    await pause(200);
    expect(binh.sink.packets).toHaveLength(length);
    await node.pauseProducer(an.ref, producerId, false);
    await binh.sink.until(() => true);
  });

  test('a locked stream cannot be resumed by its sender, and unlocking does not make it live', async () => {
    const an = await join('r', 'an');
    const { producerId } = await an.speak();
    const told = nextEvent(node, 'producer', ({ producer }) => producer.locked);
    expect(await node.lockProducer(an.ref, producerId, true)).toMatchObject({ paused: true });
    expect((await told).producer).toMatchObject({ producerId, paused: true, locked: true });
    await expect(node.pauseProducer(an.ref, producerId, false)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const unlocked = await node.lockProducer(an.ref, producerId, false);
    expect(unlocked).toMatchObject({ paused: true, locked: false });
    const resumed = await node.pauseProducer(an.ref, producerId, false);
    expect(resumed).toMatchObject({ paused: false, locked: false });
  });

  test('a stream that begins locked lets nothing through', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak('microphone', true);
    const { consumerId, producerPaused } = await watch(binh, producerId);
    expect(producerPaused).toBe(true);
    await node.changeConsumers(binh.ref, [{ consumerId, paused: false }]);
    await pause(200);
    expect(binh.sink.packets).toEqual([]);
  });
});

describe('layers', () => {
  const sizes = [100, 200, 300];

  test('the receiver gets the layer it asks for, and is told', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.film(sizes);
    const { consumerId, type } = await watch(binh, producerId);
    expect(type).toBe('simulcast');
    await node.changeConsumers(binh.ref, [{ consumerId, paused: false }]);
    await binh.sink.until(({ payloadBytes }) => payloadBytes === 300);
    const told = nextEvent(node, 'layers', ({ layers }) => layers?.spatialLayer === 0);
    await node.changeConsumers(binh.ref, [{ consumerId, layers: { spatialLayer: 0 } }]);
    await binh.sink.until(({ payloadBytes }) => payloadBytes === 100);
    expect(await told).toMatchObject({ peerId: 'binh', consumerId });
  });

  test('the sender is told which layers anyone receives', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const wanted = (layer: number | null) =>
      nextEvent(node, 'wanted', ({ spatialLayer }) => spatialLayer === layer);
    const nobody = wanted(null);
    const { producerId } = await an.film(sizes);
    expect(await nobody).toEqual({ roomId: 'r', peerId: 'an', producerId, spatialLayer: null });
    const { consumerId } = await watch(binh, producerId);
    const middle = wanted(1);
    const layers = { spatialLayer: 1 };
    await node.changeConsumers(binh.ref, [{ consumerId, layers, paused: false }]);
    expect(await middle).toMatchObject({ peerId: 'an', producerId });
    const none = wanted(null);
    await node.changeConsumers(binh.ref, [{ consumerId, paused: true }]);
    await none;
  });
});

describe('speakers', () => {
  test('who speaks is told with their level, and that they stopped sending', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const speaking = nextEvent(node, 'speaker', ({ peerId }) => peerId === 'an');
    const loud = nextEvent(node, 'levels', ({ levels }) => levels.length > 0);
    const { producerId } = await an.speak();
    await binh.speak('screen-audio');
    await speaking;
    expect((await loud).levels).toEqual([{ peerId: 'an', volume: -10 }]);
    expect((await node.join({ roomId: 'r', peerId: 'chi' })).speakerPeerId).toBe('an');
    const gone = nextEvent(node, 'speaker');
    await node.closeProducer(an.ref, producerId);
    expect(await gone).toEqual({ roomId: 'r', peerId: null });
  });
});

describe('figures', () => {
  test('a peer’s statistics tell what flows', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.film([100, 200, 300]);
    const { consumerId } = await watch(binh, producerId);
    await node.changeConsumers(binh.ref, [{ consumerId, paused: false }]);
    await binh.sink.until(({ payloadBytes }) => payloadBytes === 300);
    const [sent, received] = [await node.peerStats(an.ref), await node.peerStats(binh.ref)];
    expect(sent.producers[0]?.bitrate).toBeGreaterThan(0);
    expect(sent.transports[0]).toMatchObject({ direction: 'send', protocol: 'udp' });
    expect(received.consumers[0]).toMatchObject({ producerId, layers: { spatialLayer: 2 } });
  });

  test('the load adds up what runs on each worker', async () => {
    const [an, binh] = [await join('r', 'an'), await join('r', 'binh')];
    const { producerId } = await an.speak();
    await watch(binh, producerId);
    const { workers } = await node.load();
    expect(workers.map(({ index }) => index)).toEqual([0, 1]);
    const busy = workers.find(({ rooms }) => rooms === 1);
    expect(busy).toMatchObject({ peers: 2, producers: 1, consumers: 1 });
    expect(busy?.memoryBytes).toBeGreaterThan(1_000_000);
    expect(busy?.cpuShare).toBeGreaterThanOrEqual(0);
  });
});
