import { getSupportedRtpCapabilities } from 'mediasoup';
import { describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { mediaConsume, mediaProduce, mediaTransport } from './media.ts';
import { DtlsParameters, RtpParameters } from './rtp.ts';

const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
const produce = {
  meetingId: newId(),
  transportId: newId(),
  kind: 'audio',
  source: 'microphone',
  rtpParameters: { codecs: [opus], encodings: [{ ssrc: 1 }] },
  paused: false,
};

const acceptsParameters = (parameters: unknown) =>
  RtpParameters.safeParse({ codecs: [{ ...opus, parameters }] }).success;
const acceptsFingerprint = (value: string) =>
  DtlsParameters.safeParse({ fingerprints: [{ algorithm: 'sha-256', value }] }).success;
const acceptsStreams = (count: number) =>
  mediaConsume.request.safeParse({
    meetingId: newId(),
    producerIds: Array.from({ length: count }, newId),
  }).success;

describe('what a browser may send', () => {
  test('the kind must belong to the source', () => {
    expect(mediaProduce.request.safeParse(produce).success).toBe(true);
    const wrong = { ...produce, source: 'camera' };
    expect(mediaProduce.request.safeParse(wrong).success).toBe(false);
  });

  test('receiving needs capabilities, and all that mediasoup knows pass', () => {
    const { codecs = [], headerExtensions } = getSupportedRtpCapabilities();
    const rtpCapabilities = {
      codecs: codecs.map((codec) => ({ preferredPayloadType: 100, ...codec })),
      headerExtensions,
    };
    const ask = { meetingId: newId(), direction: 'recv' };
    expect(mediaTransport.request.safeParse(ask).success).toBe(false);
    expect(mediaTransport.request.parse({ ...ask, rtpCapabilities })).toEqual({
      ...ask,
      rtpCapabilities,
    });
  });

  test('format parameters are few, and only text and numbers', () => {
    expect(acceptsParameters({ useinbandfec: 1, 'sprop-stereo': '1' })).toBe(true);
    expect(acceptsParameters({ nested: { deep: true } })).toBe(false);
    expect(acceptsParameters({ text: 'x'.repeat(5000) })).toBe(false);
    const many = Array.from({ length: 100 }, (_, index) => [`p${index}`, index]);
    expect(acceptsParameters(Object.fromEntries(many))).toBe(false);
  });

  test('a fingerprint is pairs of hexadecimal digits', () => {
    expect(acceptsFingerprint(Array.from({ length: 32 }, () => 'AB').join(':'))).toBe(true);
    expect(acceptsFingerprint('AB:CD')).toBe(false);
    expect(acceptsFingerprint('not hexadecimal')).toBe(false);
  });

  test('at most 64 streams are asked for at once', () => {
    expect([0, 64, 65].map(acceptsStreams)).toEqual([false, true, false]);
  });
});
