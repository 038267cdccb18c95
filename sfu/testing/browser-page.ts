import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { z } from 'zod';
import { ConsumerInfo, ProducerInfo } from '../../models/contracts/media.ts';
import { IceParameters, RtpCapabilities, TransportOptions } from '../../models/contracts/rtp.ts';

/**
 * Runs inside Chromium: one peer films itself, another in the same page watches it, both over the real
 * network stack. The test offers `callNode` and reads `meeting`.
 */
declare global {
  interface Window {
    callNode(peerId: string, method: string, data: unknown): Promise<unknown>;
    meeting: typeof meeting;
  }
}

type Protocol = 'udp' | 'tcp';
const transports: Partial<Record<'send' | 'recv', types.Transport>> = {};
const consumers: types.Consumer[] = [];

async function call<T extends z.ZodType>(
  peerId: string,
  method: string,
  data: unknown,
  schema: T,
): Promise<z.infer<T>> {
  return schema.parse(await window.callNode(peerId, method, data));
}

/** mediasoup-client asks by callbacks. */
async function answer<T>(
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

async function join(peerId: string): Promise<Device> {
  const device = await Device.factory();
  const joined = z.object({ rtpCapabilities: RtpCapabilities });
  const { rtpCapabilities } = await call(peerId, 'join', {}, joined);
  await device.load({ routerRtpCapabilities: rtpCapabilities });
  return device;
}

async function connect(
  peerId: string,
  device: Device,
  direction: 'send' | 'recv',
  protocol: Protocol,
): Promise<types.Transport> {
  const rtpCapabilities = direction === 'recv' ? device.recvRtpCapabilities : undefined;
  const options = await call(peerId, 'transport', { direction, rtpCapabilities }, TransportOptions);
  const iceCandidates = options.iceCandidates.filter((one) => one.protocol === protocol);
  const reachable = { ...options, iceCandidates };
  const transport =
    direction === 'send'
      ? device.createSendTransport(reachable)
      : device.createRecvTransport(reachable);
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    const data = { transportId: transport.id, dtlsParameters };
    void answer(window.callNode(peerId, 'connect', data), done, fail);
  });
  transports[direction] = transport;
  return transport;
}

async function publish(protocol: Protocol): Promise<void> {
  const device = await join('an');
  const transport = await connect('an', device, 'send', protocol);
  transport.on('produce', ({ kind, rtpParameters }, done, fail) => {
    const source = kind === 'video' ? 'camera' : 'microphone';
    const data = { transportId: transport.id, kind, source, rtpParameters, paused: false };
    const made = call('an', 'produce', data, ProducerInfo);
    void answer(made, ({ producerId: id }) => done({ id }), fail);
  });
  // Chromium sends three layers from 960 × 540 on; of a smaller picture only two.
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: 1280, height: 720 },
  });
  for (const track of stream.getTracks()) {
    const layers = [4, 2, 1].map((scaleResolutionDownBy) => ({ scaleResolutionDownBy }));
    await transport.produce(track.kind === 'video' ? { track, encodings: layers } : { track });
  }
}

async function watch(producerIds: string[], protocol: Protocol): Promise<void> {
  const device = await join('binh');
  const transport = await connect('binh', device, 'recv', protocol);
  const offers = await call('binh', 'consume', producerIds, z.array(ConsumerInfo));
  for (const { consumerId: id, ...offer } of offers) {
    const consumer = await transport.consume({ id, ...offer });
    consumers.push(consumer);
    const media = document.createElement(offer.kind);
    media.srcObject = new MediaStream([consumer.track]);
    media.muted = true;
    media.autoplay = true;
    document.body.append(media);
    await window.callNode('binh', 'change', [{ consumerId: id, paused: false }]);
  }
}

async function restartIce(): Promise<void> {
  for (const [direction, peerId] of [['send', 'an'] as const, ['recv', 'binh'] as const]) {
    const transport = transports[direction];
    if (!transport) throw new Error('not connected');
    const data = { transportId: transport.id };
    await transport.restartIce({
      iceParameters: await call(peerId, 'restart', data, IceParameters),
    });
  }
}

/** Every entry of the receiver's WebRTC statistics. */
async function receiving(): Promise<Record<string, unknown>[]> {
  const report = await transports.recv?.getStats();
  const entries: Record<string, unknown>[] = [];
  report?.forEach((entry: Record<string, unknown>) => entries.push({ ...entry }));
  return entries;
}

const meeting = { publish, watch, restartIce, receiving };
window.meeting = meeting;
