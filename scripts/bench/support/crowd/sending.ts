import wrtc from '@roamhq/wrtc';
import { Device, type types } from 'mediasoup-client';
import {
  MediaSource,
  type RoomState,
  mediaConnect,
  mediaProduce,
  mediaTransport,
} from '../../../../models/contracts/media.ts';
import { RtpParameters } from '../../../../models/contracts/rtp.ts';
import { answer } from '../../../../client/realtime/media/transport.ts';
import type { Place } from './receiving.ts';

const { MediaStream, RTCPeerConnection, RTCSessionDescription, RTCIceCandidate, nonstandard } =
  wrtc;

/** The WebRTC of browsers in this process: libwebrtc itself, with ICE, DTLS, SRTP, feedback and encoding. */
Object.assign(globalThis, {
  MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
  RTCPeerConnection,
  RTCSessionDescription,
  RTCIceCandidate,
});

async function openWay(
  { line, meetingId }: Place,
  { routerRtpCapabilities }: RoomState,
): Promise<types.Transport> {
  const device = await Device.factory({ handlerName: 'Chrome111' });
  await device.load({ routerRtpCapabilities });
  const options = await line.act(mediaTransport, { meetingId, direction: 'send' });
  const way = device.createSendTransport(options);
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
export async function send(
  place: Place,
  room: RoomState,
  picture: Picture,
  speaks: boolean,
): Promise<void> {
  const { line, meetingId } = place;
  const way = await openWay(place, room);
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
