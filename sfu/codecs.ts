import type { types } from 'mediasoup';

/** Bits per second that a browser starts with, instead of crawling up from 300 kbit/s. */
const startBitrate = { 'x-google-start-bitrate': 1000 };

/**
 * What a room can forward. The first video codec is what browsers send unless they choose: VP8, because
 * every browser encodes it in simulcast layers and none needs a licence.
 */
export const roomCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: startBitrate },
  {
    kind: 'video',
    mimeType: 'video/VP9',
    clockRate: 90_000,
    parameters: { 'profile-id': 0, ...startBitrate },
  },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
      ...startBitrate,
    },
  },
  { kind: 'video', mimeType: 'video/AV1', clockRate: 90_000, parameters: startBitrate },
];
