import type { types } from 'mediasoup-client';
import { z } from 'zod';
import type { Action } from '../../../models/contracts/event.ts';
import {
  mediaConnect,
  mediaReport,
  mediaRestartIce,
  mediaTransport,
} from '../../../models/contracts/media.ts';
import { RtpCapabilities } from '../../../models/contracts/rtp.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';
import { isRefusal, isUncertain } from '../refusal.ts';

/** Media belongs to one line: what was asked on a line that broke means nothing on the next. */
export const onThisLine = { acrossReconnect: false, patienceMs: 10_000 } as const;

export interface Room {
  connection: Connection;
  meetingId: Id;
  device: types.Device;
  iceServers: RTCIceServer[];
  /** The way of media is broken and ICE cannot mend it: begin anew. */
  onBroken(): void;
  /** The line broke in the middle of something that cannot be asked twice: the stay cannot go on over the next line. */
  onDoubt(): void;
}

/** A transport with what keeps its path. */
export interface Way {
  transport: types.Transport;
  /** Looks for a new path at once if there is none now, for example when the network is back. */
  mend(): void;
}

/** How long a lost path may come back by itself, and how long a new one may take; milliseconds. */
const patience = { itself: 1500, restarted: 10_000 };

/** Makes a transport that mends its own path and reports once how it is protected. */
export async function openTransport(room: Room, direction: 'send' | 'recv'): Promise<Way> {
  const { meetingId, device, iceServers } = room;
  const options = await askOnce(
    room,
    mediaTransport,
    direction === 'send'
      ? { meetingId, direction }
      : {
          meetingId,
          direction,
          rtpCapabilities: RtpCapabilities.parse(device.recvRtpCapabilities),
        },
  );
  const transport =
    direction === 'send'
      ? device.createSendTransport({ ...options, iceServers })
      : device.createRecvTransport({ ...options, iceServers });
  const transportId = transport.id;
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    const request = { meetingId, transportId, dtlsParameters };
    void answer(askOnce(room, mediaConnect, request), done, fail);
  });
  return { transport, mend: keepPath(room, transport) };
}

/** Asks for what the server would do a second time, or refuse, if it were asked again on the next line. */
export async function askOnce<Q extends z.ZodType, A extends z.ZodType>(
  { connection, onDoubt }: Room,
  action: Action<Q, A>,
  data: z.input<Q>,
): Promise<z.infer<A>> {
  try {
    return await connection.request(action, data, onThisLine);
  } catch (error) {
    if (isUncertain(error)) onDoubt();
    throw error;
  }
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

/** @returns what looks for a new path at once if there is none */
function keepPath(room: Room, transport: types.Transport): () => void {
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
    } catch (error) {
      clearTimeout(timer);
      // Without a line to ask over nothing can be mended; on the next one it is tried again.
      if (!isRefusal(error, 'offline')) room.onBroken();
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
  return () => {
    const { connectionState } = transport;
    if (connectionState === 'disconnected' || connectionState === 'failed') void restart();
  };
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
