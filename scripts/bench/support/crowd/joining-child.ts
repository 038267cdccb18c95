import { setTimeout as sleep } from 'node:timers/promises';
import { checkInOnline, getRoll } from '../../../../models/contracts/attendance.ts';
import { getFloor } from '../../../../models/contracts/floor.ts';
import {
  type ProducerInfo,
  type RoomState,
  mediaJoin,
  mediaStreams,
} from '../../../../models/contracts/media.ts';
import { enterMeeting, getMeeting } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { type Heard, type Line, openLine } from './line.ts';
import { type Place, type Reception, receive } from './receiving.ts';
import type { Picture } from './sending.ts';

// Plays participants who come one after another, then stay until they are asked how it was.

export interface JoiningOrder {
  url: string;
  meetingId: Id;
  participants: { cookie: string; at: number; sends: boolean; speaks: boolean }[];
  /** Pictures of others that each receives, beside all microphones that are on. */
  pictures: number;
  picture: Picture;
}

/** How it went for one of them; times in ms. */
export interface Joined {
  /** Null for whoever sends: when they come, there may be nothing to receive yet. */
  joinToPacket: number | null;
  lineToPacket: number | null;
  /** Of one answer of each route that the page of a meeting reads. */
  httpBytes: number;
  heard: Heard;
  longestStill: number;
}
export type Outcome = Joined | { failed: string };

type Participant = JoiningOrder['participants'][number];

const ends: (() => Outcome)[] = [];

async function join(order: JoiningOrder, participant: Participant): Promise<() => Outcome> {
  const { url, meetingId } = order;
  const { cookie, at, sends, speaks } = participant;
  await sleep(at);
  const began = performance.now();
  const line = await openLine(url, cookie);
  const [httpBytes] = await Promise.all([
    readPage(order, cookie),
    line.act(enterMeeting, { meetingId }),
  ]);
  const streams = listenFor(line);
  const asked = performance.now();
  const room = await line.act(mediaJoin, { meetingId });
  for (const producer of room.producers) streams.set(producer.producerId, producer);
  const place = { line, meetingId };
  // Only who sends needs the whole of libwebrtc.
  if (sends) await (await import('./sending.ts')).send(place, room, order.picture, speaks);
  const reception = sends ? null : await receiveSome(order, place, [...streams.values()], room);
  const arrived = reception && (await reception.firstPacket);
  await line.act(checkInOnline, { meetingId });
  return () => ({
    joinToPacket: arrived && arrived - asked,
    lineToPacket: arrived && arrived - began,
    httpBytes,
    heard: line.heard(),
    longestStill: reception?.longestStill() ?? 0,
  });
}

/** What the page of a meeting reads when it is opened. @returns bytes of the answers, as they came over the line */
async function readPage({ url, meetingId }: JoiningOrder, cookie: string): Promise<number> {
  const sizes = [getMeeting, getRoll, getFloor].map(async ({ path }) => {
    const address = new URL(path.replace(':meetingId', meetingId), url);
    const answer = await fetch(address, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const { byteLength } = await answer.arrayBuffer();
    return Number(answer.headers.get('content-length') ?? byteLength);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function listenFor(line: Line): Map<string, ProducerInfo> {
  const streams = new Map<string, ProducerInfo>();
  line.on(mediaStreams, ({ streams: told }) => {
    for (const stream of told) streams.set(stream.producerId, stream);
  });
  return streams;
}

/** All that is heard, and some pictures: another part of them for each. */
function receiveSome(
  { pictures }: JoiningOrder,
  place: Place,
  streams: readonly ProducerInfo[],
  room: RoomState,
): Promise<Reception> {
  const sounds = streams.filter(({ kind, paused }) => kind === 'audio' && !paused);
  const cameras = streams.filter(({ kind }) => kind === 'video');
  const from = room.peers.length % Math.max(1, cameras.length);
  const shown = [...cameras.slice(from), ...cameras.slice(0, from)].slice(0, pictures);
  return receive(place, room, [...sounds, ...shown]);
}

async function joinAll(order: JoiningOrder): Promise<void> {
  const joining = order.participants.map(async (participant) => {
    try {
      ends.push(await join(order, participant));
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error);
      ends.push(() => ({ failed }));
    }
  });
  await Promise.all(joining);
}

process.on('message', async (order: JoiningOrder | 'how was it') => {
  if (order === 'how was it') return void process.send?.(ends.map((end) => end()));
  await joinAll(order);
  process.send?.('all are there');
});
