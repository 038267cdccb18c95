import type { types } from 'mediasoup-client';
import { z } from 'zod';
import {
  mediaConnect,
  mediaReport,
  mediaRestartIce,
  mediaTransport,
} from '../../../models/contracts/media.ts';
import { RtpCapabilities } from '../../../models/contracts/rtp.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';

/** Media belongs to one line: what was asked on a line that broke means nothing on the next. */
export const onThisLine = { acrossReconnect: false, patienceMs: 10_000 } as const;

export interface Room {
  connection: Connection;
  meetingId: Id;
  device: types.Device;
  iceServers: RTCIceServer[];
  /** The way of media is broken and ICE cannot mend it: begin anew. */
  onBroken(): void;
}

/** How long a lost path may come back by itself, and how long a new one may take; milliseconds. */
const patience = { itself: 1500, restarted: 10_000 };

/** Makes a transport that mends its own path and reports once how it is protected. */
export async function openTransport(
  room: Room,
  direction: 'send' | 'recv',
): Promise<types.Transport> {
  const { connection, meetingId, device, iceServers } = room;
  const options = await connection.request(
    mediaTransport,
    direction === 'send'
      ? { meetingId, direction }
      : {
          meetingId,
          direction,
          rtpCapabilities: RtpCapabilities.parse(device.recvRtpCapabilities),
        },
    onThisLine,
  );
  const transport =
    direction === 'send'
      ? device.createSendTransport({ ...options, iceServers })
      : device.createRecvTransport({ ...options, iceServers });
  const transportId = transport.id;
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    const request = { meetingId, transportId, dtlsParameters };
    void answer(connection.request(mediaConnect, request, onThisLine), done, fail);
  });
  keepPath(room, transport);
  return transport;
}

/** mediasoup-client asks by callbacks. */
export async function answer<T>(
  asked: Promise<T>,
  done: (value: T) => void,
  fail: (error: Error) => void,
): Promise<void> {
  try {
    done(await asked);
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)));
  }
}

function keepPath(room: Room, transport: types.Transport): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reported = false;
  const later = (run: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };
  const restart = async () => {
    if (transport.closed) return;
    later(room.onBroken, patience.restarted);
    try {
      await restartIce(room, transport);
    } catch {
      clearTimeout(timer);
      room.onBroken();
    }
  };
  transport.on('connectionstatechange', (state) => {
    if (state === 'connected') {
      clearTimeout(timer);
      if (!reported) void reportWay(room, transport);
      reported = true;
    }
    if (state === 'disconnected') later(() => void restart(), patience.itself);
    if (state === 'failed') void restart();
  });
  transport.observer.once('close', () => clearTimeout(timer));
}

async function restartIce(room: Room, transport: types.Transport): Promise<void> {
  const { connection, meetingId } = room;
  const request = { meetingId, transportId: transport.id };
  const { iceParameters } = await connection.request(mediaRestartIce, request, onThisLine);
  await transport.restartIce({ iceParameters });
}

const Way = z.object({ type: z.literal('transport'), srtpCipher: z.string() });
const Candidate = z.object({
  type: z.literal('local-candidate'),
  protocol: z.enum(['udp', 'tcp']),
  relayProtocol: z.enum(['udp', 'tcp', 'tls']).optional(),
});

/** Only the browser can tell which protection was agreed; the operator's log wants to know. */
async function reportWay(
  { connection, meetingId }: Room,
  transport: types.Transport,
): Promise<void> {
  const stats = await entriesOf(transport);
  const way = stats.map((entry) => Way.safeParse(entry).data).find(Boolean);
  const used = stats.map((entry) => Candidate.safeParse(entry).data).find(Boolean);
  if (!way || !used) return;
  const request = {
    meetingId,
    transportId: transport.id,
    srtpProfile: way.srtpCipher,
    protocol: used.relayProtocol ?? used.protocol,
  };
  await connection.request(mediaReport, request, onThisLine).catch(() => undefined);
}

/** The WebRTC statistics of a transport; none when it is closed. */
export async function entriesOf(transport: types.Transport): Promise<unknown[]> {
  if (transport.closed) return [];
  const entries: unknown[] = [];
  const report = await transport.getStats().catch(() => undefined);
  report?.forEach((entry: unknown) => entries.push(entry));
  return entries;
}
