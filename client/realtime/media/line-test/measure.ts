import type { types } from 'mediasoup-client';
import type { z } from 'zod';
import {
  type NetworkWay,
  type WayReport,
  connectProbe,
  consumeProbe,
  type openProbe,
  produceProbe,
  receiveProbe,
} from '../../../../models/contracts/network.ts';
import { RtpCapabilities, RtpParameters } from '../../../../models/contracts/rtp.ts';
import { AppError } from '../../../../models/errors.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Connection } from '../../connection.ts';
import type { openDevice as openDeviceType } from '../device.ts';
import { answer, entriesOf, onThisLine } from '../transport.ts';
import { type LineSample, lineSampleOf, wayReportOf } from './figures.ts';
import { noisePicture } from './noise.ts';

interface Trial {
  connection: Connection;
  named: { meetingId: Id; probeId: Id };
  probe: z.infer<typeof openProbe.response>;
  way: NetworkWay;
  openDevice: typeof openDeviceType;
  signal: AbortSignal;
  /** Hears how much of this way is done, 0 to 1. */
  tell(share: number): void;
}

/** Milliseconds after which a way that does not connect is given up; how long one is measured, and how often. */
const connectWithin = 8000;
const measureFor = 5000;
const sampleEvery = 250;
/** Bits per second: what a shared screen may take at most. */
const mostBitrate = 2_500_000;
const startKbps = 1500;

/** Sends a stream over one way and gets it back. @returns null when the way cannot be had */
export async function measureWay(trial: Trial): Promise<WayReport | null> {
  const { probe, openDevice, signal } = trial;
  const device = await openDevice(probe.routerRtpCapabilities).catch(() => {
    throw new AppError('media_rejected');
  });
  const noise = noisePicture();
  const transports: types.Transport[] = [];
  try {
    const send = sendTransport(trial, device);
    transports.push(send);
    await send.produce({
      track: noise.track,
      stopTracks: false,
      encodings: [{ maxBitrate: mostBitrate }],
      codecOptions: { videoGoogleStartBitrate: startKbps },
    });
    if (!(await connects(send, signal))) return null;
    const recv = await receiveTransport(trial, device);
    transports.push(recv);
    if (!(await connects(recv, signal))) return null;
    return wayReportOf(await sample(send, recv, trial));
  } finally {
    for (const transport of transports) transport.close();
    noise.stop();
  }
}

/** How the browser is to reach the server; without a relay, unless the relay is what is tried. */
function pathOf({ way, probe }: Trial): Pick<types.TransportOptions, 'iceServers'> & {
  iceTransportPolicy: RTCIceTransportPolicy;
} {
  if (way !== 'relay') return { iceServers: [], iceTransportPolicy: 'all' };
  return { iceServers: probe.iceServers, iceTransportPolicy: 'relay' };
}

function sendTransport(trial: Trial, device: types.Device): types.Transport {
  const { connection, named, probe } = trial;
  const send = device.createSendTransport({ ...probe.send, ...pathOf(trial) });
  answerConnect(trial, send);
  send.on('produce', ({ kind, rtpParameters }, done, fail) => {
    const request = { ...named, kind, rtpParameters: RtpParameters.parse(rtpParameters) };
    const made = connection.request(produceProbe, request, onThisLine);
    void answer(made, ({ producerId: id }) => done({ id }), fail);
  });
  return send;
}

async function receiveTransport(trial: Trial, device: types.Device): Promise<types.Transport> {
  const { connection, named } = trial;
  const rtpCapabilities = RtpCapabilities.parse(device.recvRtpCapabilities);
  const request = { ...named, rtpCapabilities };
  const options = await connection.request(receiveProbe, request, onThisLine);
  const recv = device.createRecvTransport({ ...options, ...pathOf(trial) });
  answerConnect(trial, recv);
  const info = await connection.request(consumeProbe, named, onThisLine);
  const { consumerId: id, producerId, kind, rtpParameters } = info;
  await recv.consume({ id, producerId, kind, rtpParameters });
  return recv;
}

function answerConnect({ connection, named }: Trial, transport: types.Transport): void {
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    const request = { ...named, transportId: transport.id, dtlsParameters };
    void answer(connection.request(connectProbe, request, onThisLine), () => done(), fail);
  });
}

/** @throws the signal's reason */
function connects(transport: types.Transport, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      transport.off('connectionstatechange', look);
      signal.removeEventListener('abort', abort);
    };
    const settle = (isConnected: boolean) => {
      end();
      resolve(isConnected);
    };
    const abort = () => {
      end();
      reject(signal.reason);
    };
    const look = () => {
      const { connectionState } = transport;
      if (connectionState === 'connected') settle(true);
      if (connectionState === 'failed' || connectionState === 'closed') settle(false);
    };
    const timer = setTimeout(() => settle(false), connectWithin);
    transport.on('connectionstatechange', look);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else look();
  });
}

async function sample(
  send: types.Transport,
  recv: types.Transport,
  { signal, tell }: Trial,
): Promise<LineSample[]> {
  const samples: LineSample[] = [];
  const begin = Date.now();
  for (let passed = 0; passed < measureFor; passed = Date.now() - begin) {
    await new Promise((resolve) => setTimeout(resolve, sampleEvery));
    signal.throwIfAborted();
    const [sending, receiving] = await Promise.all([entriesOf(send), entriesOf(recv)]);
    samples.push(lineSampleOf(sending, receiving, Date.now()));
    tell(Math.min(1, passed / measureFor));
  }
  return samples;
}
