import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import {
  type ProducerInfo,
  type RoomState,
  mediaConnect,
  mediaConsume,
  mediaProduce,
  mediaResume,
  mediaTransport,
  MediaSource,
} from '../../../../models/contracts/media.ts';
import { RtpCapabilities, RtpParameters } from '../../../../models/contracts/rtp.ts';
import { answer } from '../../../../client/realtime/media/transport.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Line } from './line.ts';

const { MediaStream, RTCPeerConnection, RTCSessionDescription, RTCIceCandidate, nonstandard } =
  wrtc;

/** The WebRTC of browsers in this process: libwebrtc itself, with ICE, DTLS, SRTP, feedback and decoding. */
Object.assign(globalThis, {
  MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
  RTCPeerConnection,
  RTCSessionDescription,
  RTCIceCandidate,
});

/** A place in a meeting's media. */
export interface Place {
  line: Line;
  meetingId: Id;
  device: types.Device;
}

/** A page finds this out once; it is the same for all of a process. */
export async function loadDevice({ routerRtpCapabilities }: RoomState): Promise<types.Device> {
  const device = await Device.factory({ handlerName: 'Chrome111' });
  await device.load({ routerRtpCapabilities });
  return device;
}

async function openWay(place: Place, direction: 'send' | 'recv'): Promise<types.Transport> {
  const { line, meetingId, device } = place;
  const rtpCapabilities = RtpCapabilities.parse(device.recvRtpCapabilities);
  const request = direction === 'send' ? { direction } : { direction, rtpCapabilities };
  const options = await line.act(mediaTransport, { meetingId, ...request });
  const way =
    direction === 'send'
      ? device.createSendTransport(options)
      : device.createRecvTransport(options);
  way.on('connect', ({ dtlsParameters }, done, fail) => {
    const fingerprints = { meetingId, transportId: way.id, dtlsParameters };
    void answer(line.act(mediaConnect, fingerprints), () => done(), fail);
  });
  return way;
}

export interface Picture {
  width: number;
  height: number;
  framesPerSecond: number;
  bitsPerSecond: number;
}

/** Sends a small moving picture, and with `speaks` a tone. */
export async function send(place: Place, picture: Picture, speaks: boolean): Promise<void> {
  const { line, meetingId } = place;
  const way = await openWay(place, 'send');
  way.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
    const request = {
      meetingId,
      transportId: way.id,
      kind,
      paused: false,
      source: MediaSource.parse(appData.source),
      rtpParameters: RtpParameters.parse(rtpParameters),
    };
    void answer(line.act(mediaProduce, request), ({ producerId: id }) => done({ id }), fail);
  });
  await way.produce({
    track: movingPicture(picture),
    encodings: [{ maxBitrate: picture.bitsPerSecond }],
    appData: { source: 'camera' },
  });
  if (!speaks) return;
  await way.produce({
    track: tone(),
    // As few packets as Opus allows.
    codecOptions: { opusPtime: 60 },
    appData: { source: 'microphone' },
  });
}

function movingPicture({ width, height, framesPerSecond }: Picture): MediaStreamTrack {
  const source = new nonstandard.RTCVideoSource();
  const data = new Uint8Array(width * height * 1.5);
  let time = 0;
  setInterval(() => {
    time += 1;
    // A band of another grey that wanders down.
    data.fill((time * 7) % 256, 0, (time % height) * width);
    source.onFrame({ width, height, data });
  }, 1000 / framesPerSecond);
  return source.createTrack();
}

/** In pieces of 10 ms, as libwebrtc takes sound. */
function tone(): MediaStreamTrack {
  const source = new nonstandard.RTCAudioSource();
  const samples = new Int16Array(480);
  let phase = 0;
  setInterval(() => {
    for (const at of samples.keys()) samples[at] = 8000 * Math.sin((phase += 0.05));
    source.onData({ samples, sampleRate: 48_000, numberOfFrames: samples.length });
  }, 10);
  return source.createTrack();
}

/** What one receives. */
export interface Reception {
  /** Whether any packet of media has come. */
  hasPackets(): Promise<boolean>;
  /** The longest time without a new frame of any of its pictures so far, once that had begun; milliseconds. */
  longestStill(): number;
}

/** Takes streams as a page does: consume, set up, resume. */
export async function receive(place: Place, streams: readonly ProducerInfo[]): Promise<Reception> {
  const { line, meetingId } = place;
  const way = await openWay(place, 'recv');
  const producerIds = streams.map(({ producerId }) => producerId);
  const { consumers } = await line.act(mediaConsume, { meetingId, producerIds });
  const received = await Promise.all(
    consumers.map(({ consumerId: id, producerId, kind, rtpParameters }) =>
      way.consume({ id, producerId, kind, rtpParameters }),
    ),
  );
  const pictures = received.filter(({ kind }) => kind === 'video').map(({ track }) => watch(track));
  const consumerIds = received.map(({ id }) => id);
  await line.act(mediaResume, { meetingId, consumerIds });
  return {
    async hasPackets() {
      let packets = 0;
      (await way.getStats()).forEach((entry: { type: string; packetsReceived?: number }) => {
        if (entry.type === 'inbound-rtp') packets += entry.packetsReceived ?? 0;
      });
      return packets > 0;
    },
    longestStill: () => Math.max(0, ...pictures.map((longest) => longest())),
  };
}

/** @returns the longest time between two frames, and since the last; milliseconds */
function watch(track: MediaStreamTrack): () => number {
  const sink = new nonstandard.RTCVideoSink(track);
  let last: number | undefined;
  let longest = 0;
  sink.onframe = () => {
    longest = still();
    last = performance.now();
  };
  const still = () => Math.max(longest, last === undefined ? 0 : performance.now() - last);
  return still;
}
