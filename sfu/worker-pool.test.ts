import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { createMediaNode } from './in-process-node.ts';
import type { MediaNode } from './media-node.ts';
import { nextEvent, PlainPeer } from './testing/plain-peer.ts';

const listen = [{ ip: '127.0.0.1' }];
let node: MediaNode;
const peers: PlainPeer[] = [];

async function join(peerId: string): Promise<PlainPeer> {
  const peer = await PlainPeer.join(node, 'r', peerId);
  peers.push(peer);
  return peer;
}

/** Binh hears An. */
async function listenTo(an: PlainPeer, binh: PlainPeer): Promise<void> {
  const { producerId } = await an.speak();
  const [consumer] = await node.consume(binh.ref, [producerId]);
  if (!consumer) throw new Error('nothing to consume');
  await node.changeConsumers(binh.ref, [{ consumerId: consumer.consumerId, paused: false }]);
  await binh.sink.until(() => true);
}

async function workerOfRoom(): Promise<number> {
  const { workers } = await node.load();
  const worker = workers.find(({ rooms }) => rooms > 0);
  if (!worker) throw new Error('no worker has a room');
  return worker.pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Someone else's server on a port of its own. */
async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

async function freePort(): Promise<number> {
  const { server, port } = await occupy();
  server.close();
  await once(server, 'close');
  return port;
}

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close();
  await node.close();
});

test('a killed worker is replaced, its room built again, and those in it are told', async () => {
  node = await createMediaNode({ workers: 2, firstPort: 0, listen });
  await listenTo(await join('an'), await join('binh'));
  const pid = await workerOfRoom();
  const streams: string[] = [];
  node.on('producerClosed', ({ producerId }) => streams.push(producerId));
  const lost = nextEvent(node, 'roomLost');
  const died = nextEvent(node, 'workerDied');
  const replaced = nextEvent(node, 'workerReplaced');
  process.kill(pid, 'SIGKILL');

  expect(await lost).toEqual({ roomId: 'r', peerIds: ['an', 'binh'] });
  expect((await died).pid).toBe(pid);
  // Those who come back at once wait for the new room instead of being refused.
  await listenTo(await join('an'), await join('binh'));
  await replaced;
  expect((await node.load()).workers).toHaveLength(2);
  expect(streams, 'one word about the room, none about each stream').toEqual([]);
});

test('the only worker comes back on its own port', async () => {
  const firstPort = await freePort();
  node = await createMediaNode({ workers: 1, firstPort, listen });
  await join('an');
  const replaced = nextEvent(node, 'workerReplaced');
  process.kill(await workerOfRoom(), 'SIGKILL');
  await replaced;
  const { ref } = await join('an');
  const { iceCandidates } = await node.createTransport(ref, { direction: 'send' });
  expect(iceCandidates.map(({ protocol, port }) => ({ protocol, port }))).toEqual([
    { protocol: 'udp', port: firstPort },
    { protocol: 'tcp', port: firstPort },
  ]);
});

test('calls under way when the worker dies are refused, none hangs', async () => {
  node = await createMediaNode({ workers: 1, firstPort: 0, listen });
  const { ref } = await join('an');
  const pid = await workerOfRoom();
  process.kill(pid, 'SIGSTOP');
  const call = node.createTransport(ref, { direction: 'send' });
  process.kill(pid, 'SIGKILL');
  await expect(call).rejects.toMatchObject({ code: 'media_room_lost' });
});

test('browsers are told the announced address, also of IPv6', async () => {
  node = await createMediaNode({
    workers: 1,
    firstPort: 0,
    listen: [
      { ip: '0.0.0.0', announcedAddress: '192.0.2.7' },
      { ip: '::', announcedAddress: '2001:db8::7' },
    ],
  });
  const { ref } = await join('an');
  const { iceCandidates } = await node.createTransport(ref, { direction: 'recv' });
  expect(iceCandidates.map(({ protocol, address }) => `${protocol} ${address}`)).toEqual([
    'udp 192.0.2.7',
    'udp 2001:db8::7',
    'tcp 192.0.2.7',
    'tcp 2001:db8::7',
  ]);
  expect(iceCandidates.map(({ priority }) => priority)).toEqual(
    iceCandidates.map(({ priority }) => priority).toSorted((a, b) => b - a),
  );
});

test('a taken port stops the start with a sentence that names it, and leaves no process', async () => {
  const { server, port } = await occupy();
  node = await createMediaNode({ workers: 1, firstPort: 0, listen });
  await expect(createMediaNode({ workers: 1, firstPort: port, listen })).rejects.toThrow(
    `port ${port}`,
  );
  server.close();
});

test('close ends every worker, may be said twice, and nothing can be joined after it', async () => {
  node = await createMediaNode({ workers: 2, firstPort: 0, listen });
  const { ref } = await join('an');
  const pids = (await node.load()).workers.map(({ pid }) => pid);
  await Promise.all([node.close(), node.close()]);
  await node.close();
  expect(pids.filter(isAlive)).toEqual([]);
  await expect(node.join(ref)).rejects.toMatchObject({ code: 'unavailable' });
});
