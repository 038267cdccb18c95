import { z } from 'zod';

/**
 * What browsers and the SFU tell each other about streams, in the shapes that mediasoup and
 * mediasoup-client share. mediasoup checks the meaning of these values itself; here they are bounded in
 * size and form, so that nothing reaches it that no browser would send.
 */

const uint32 = z.int().min(0).max(0xffff_ffff);
const payloadType = z.int().min(0).max(127);
const headerId = z.int().min(1).max(255);
const token = z.string().min(1).max(256);

export const MediaKind = z.enum(['audio', 'video']);
export type MediaKind = z.infer<typeof MediaKind>;

const MimeType = z.string().regex(/^(audio|video)\/[\w.+-]{1,40}$/);

/** Format parameters (fmtp): few, and only text and numbers, for mediasoup refuses all else. */
const FormatParameters = z
  .record(z.string().min(1).max(64), z.unknown())
  .refine((parameters) => Object.keys(parameters).length <= 32, 'too many format parameters')
  .refine(
    (parameters) => Object.values(parameters).every(isPlainValue),
    'format parameters are text or numbers',
  );

function isPlainValue(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 1024);
}

const RtcpFeedback = z.object({
  type: z.string().min(1).max(64),
  parameter: z.string().max(64).optional(),
});

const HeaderExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'urn:3gpp:video-orientation',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
]);

const CodecBase = z.object({
  mimeType: MimeType,
  clockRate: z.int().min(1).max(1_000_000),
  channels: z.int().min(1).max(8).optional(),
  parameters: FormatParameters.optional(),
  rtcpFeedback: z.array(RtcpFeedback).max(32).optional(),
});

/** What a router or a device can take. */
export const RtpCapabilities = z.object({
  codecs: z
    .array(CodecBase.extend({ kind: MediaKind, preferredPayloadType: payloadType }))
    .max(64)
    .optional(),
  headerExtensions: z
    .array(
      z.object({
        kind: MediaKind,
        uri: HeaderExtensionUri,
        preferredId: headerId,
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

const RtpEncoding = z.object({
  ssrc: uint32.optional(),
  rid: z.string().min(1).max(16).optional(),
  codecPayloadType: payloadType.optional(),
  rtx: z.object({ ssrc: uint32 }).optional(),
  dtx: z.boolean().optional(),
  scalabilityMode: z.string().max(32).optional(),
  /** Bits per second. */
  maxBitrate: z.int().min(1).max(100_000_000).optional(),
});

/** One stream as it is sent, or as it is to be received. */
export const RtpParameters = z.object({
  mid: z.string().max(32).optional(),
  codecs: z.array(CodecBase.extend({ payloadType })).min(1).max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: HeaderExtensionUri,
        id: headerId,
        encrypt: z.boolean().optional(),
        parameters: FormatParameters.optional(),
      }),
    )
    .max(32)
    .optional(),
  /** One per simulcast layer; cameras send three. */
  encodings: z.array(RtpEncoding).max(4).optional(),
  rtcp: z
    .object({ cname: z.string().max(255).optional(), reducedSize: z.boolean().optional() })
    .optional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^([0-9A-Fa-f]{2}:){19,63}[0-9A-Fa-f]{2}$/),
      }),
    )
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

export const IceParameters = z.object({
  usernameFragment: token,
  password: token,
  iceLite: z.boolean().optional(),
});
export type IceParameters = z.infer<typeof IceParameters>;

const IceCandidate = z.object({
  foundation: token,
  priority: uint32,
  ip: token,
  address: token,
  protocol: z.enum(['udp', 'tcp']),
  port: z.int().min(1).max(65_535),
  type: z.enum(['host', 'srflx', 'prflx', 'relay']),
  tcpType: z.enum(['active', 'passive', 'so']).optional(),
});

/** What a browser needs to reach a transport of the SFU. */
export const TransportOptions = z.object({
  id: z.string().min(1).max(64),
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate).max(32),
  dtlsParameters: DtlsParameters,
});
export type TransportOptions = z.infer<typeof TransportOptions>;

/** Layers of a simulcast or SVC stream, 0 the lowest. */
export const Layers = z.object({
  spatialLayer: z.int().min(0).max(7),
  temporalLayer: z.int().min(0).max(7).optional(),
});
export type Layers = z.infer<typeof Layers>;
