import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMediaNode } from '../in-process-node.ts';
import type { MediaNode } from '../media-node.ts';
import { film, hum } from '../testing/broadcast.ts';
import { nextEvent } from '../testing/plain-peer.ts';
import { complaintsOf, packetsOf, probe } from '../testing/probe.ts';

const roomId = 'r';
let node: MediaNode;
let folder: string;
let sending: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  node = await createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-truong-recording-'));
});
afterEach(async () => {
  for (const one of sending) await one.stop();
  sending = [];
  await node.stopRecording(roomId);
  await node.closeRoom(roomId);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => node.close());

async function filmed(peerId: string) {
  await node.join({ roomId, peerId });
  const one = await film(node, { roomId, peerId });
  sending.push(one);
  return one.producer.producerId;
}

async function hummed(peerId: string) {
  await node.join({ roomId, peerId });
  const one = await hum(node, { roomId, peerId });
  sending.push(one);
  return one.producer.producerId;
}

const file = (name: string) => join(folder, name);

/** Waits until a file that is being written holds so many packets after a time in seconds. @returns all of them */
async function grown(name: string, count: number, after = 0) {
  for (;;) {
    const packets = existsSync(file(name)) ? await packetsOf(file(name)) : [];
    if (packets.filter(({ pts_time }) => pts_time > after).length >= count) return packets;
    await sleep(200);
  }
}

test('[R1] picture and every voice are playable files with a common beginning', async () => {
  await hummed('an');
  const camera = await filmed('binh');
  await node.startRecording({ roomId, folder });
  await node.showInRecording(roomId, camera);
  await grown('sound-1.mkv', 40);
  const before = (await packetsOf(file('sound-1.mkv'))).at(-1)?.pts_time ?? 0;
  await hummed('chi');
  await grown('sound-2.mkv', 40, before);
  await grown('picture.mkv', 20);
  await node.stopRecording(roomId);

  expect(readdirSync(folder).toSorted()).toEqual(['picture.mkv', 'sound-1.mkv', 'sound-2.mkv']);
  const codecs = { 'picture.mkv': 'vp8', 'sound-1.mkv': 'opus', 'sound-2.mkv': 'opus' };
  for (const [name, codec] of Object.entries(codecs)) {
    const { streams } = await probe(file(name));
    expect(streams.map(({ codec_name }) => codec_name)).toEqual([codec]);
    expect(await complaintsOf(file(name))).toBe('');
    const times = (await packetsOf(file(name))).map(({ pts_time }) => pts_time);
    expect(times[0], name).toBe(0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
  const late = await packetsOf(file('sound-2.mkv'));
  // Nothing but a mark of silence a second before the voice began.
  const marks = late.filter(({ pts_time }) => pts_time < before);
  expect(marks.map(({ pts_time }) => pts_time)).toEqual(marks.map((_, second) => second));
});

test('[R2] the picture changes to another camera at a key frame, and is empty when nobody is shown', async () => {
  const [first, second] = [await filmed('an'), await filmed('binh')];
  await node.startRecording({ roomId, folder });
  let end = 0;
  for (const shown of [first, second, null, first]) {
    await node.showInRecording(roomId, shown);
    const packets = await grown('picture.mkv', shown === null ? 1 : 12, end);
    end = packets.at(-1)?.pts_time ?? 0;
  }
  await node.stopRecording(roomId);
  expect(await complaintsOf(file('picture.mkv'))).toBe('');
});

test('[R3] what is on the disk while it runs can be played: a crash takes no more than the last second', async () => {
  await hummed('an');
  const camera = await filmed('binh');
  await node.startRecording({ roomId, folder });
  await node.showInRecording(roomId, camera);
  for (const name of ['picture.mkv', 'sound-1.mkv']) {
    await grown(name, 20);
    expect(await complaintsOf(file(name))).toBe('');
  }
});

test('[R4] a room that is built again after its worker died is recorded on', async () => {
  await hummed('an');
  await node.startRecording({ roomId, folder });
  await grown('sound-1.mkv', 5);
  const lost = nextEvent(node, 'roomLost');
  const [worker] = (await node.load()).workers;
  process.kill(worker?.pid ?? 0, 'SIGKILL');
  await lost;
  await node.showInRecording(roomId, await filmed('an'));
  await hummed('binh');
  await grown('sound-2.mkv', 20);
  const seen = (await packetsOf(file('picture.mkv'))).at(-1)?.pts_time;
  await grown('picture.mkv', 10, seen);
});

test('[R5] a room is recorded once at a time', async () => {
  await node.startRecording({ roomId, folder });
  await expect(node.startRecording({ roomId, folder })).rejects.toMatchObject({
    code: 'recording_state',
  });
});

test('[R6] when the disk takes no more, that is told', async () => {
  const failed = nextEvent(node, 'recordingFailed');
  await node.startRecording({ roomId, folder: join(folder, 'nowhere') });
  expect(await failed).toEqual({ roomId, reason: 'unwritable' });
});

/** A disk of so many kilobytes; null where this system lets us make none. */
function tinyDisk(at: string, kilobytes: number): { remove(): void } | null {
  mkdirSync(at);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', at]);
  return status === 0 ? { remove: () => void spawnSync('umount', ['-l', at]) } : null;
}

test('[R7] a full disk is told as such, and what was written until then can be played', async ({
  skip,
}) => {
  const full = join(folder, 'full');
  const disk = tinyDisk(full, 300);
  if (disk === null) return skip('needs the right to mount');
  try {
    const camera = await filmed('an');
    const failed = nextEvent(node, 'recordingFailed');
    await node.startRecording({ roomId, folder: full });
    await node.showInRecording(roomId, camera);
    expect(await failed).toEqual({ roomId, reason: 'disk_full' });
    await node.stopRecording(roomId);
    const picture = join(full, 'picture.mkv');
    expect(statSync(picture).size).toBeGreaterThan(200_000);
    expect((await packetsOf(picture)).length).toBeGreaterThan(20);
  } finally {
    disk.remove();
  }
});
