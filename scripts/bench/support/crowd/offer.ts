import type { z } from 'zod';
import type { ConsumerInfo } from '../../../../models/contracts/media.ts';
import type { DtlsParameters, TransportOptions } from '../../../../models/contracts/rtp.ts';

type Options = z.infer<typeof TransportOptions>;
type Fingerprint = z.infer<typeof DtlsParameters>['fingerprints'][number];

/** What the server would say of its streams if it spoke SDP (RFC 8866): a section for each, all over one transport. */
export function offerOf(options: Options, consumers: readonly ConsumerInfo[]): string {
  const { value } = fingerprintOf(options);
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=fingerprint:sha-256 ${value}`,
    `a=group:BUNDLE ${consumers.map((_, at) => at).join(' ')}`,
    ...consumers.flatMap((consumer, at) => sectionOf(options, consumer, at)),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function fingerprintOf({ dtlsParameters }: Options): Fingerprint {
  const found = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  if (found === undefined) throw new Error('the server has no SHA-256 fingerprint');
  return found;
}

function sectionOf(options: Options, { kind, rtpParameters }: ConsumerInfo, at: number): string[] {
  const [codec] = rtpParameters.codecs;
  const ssrc = rtpParameters.encodings?.[0]?.ssrc;
  if (codec === undefined || ssrc === undefined) throw new Error('a stream without codec or SSRC');
  const { payloadType, mimeType, clockRate, channels } = codec;
  const format = `${mimeType.split('/')[1]}/${clockRate}${kind === 'audio' ? `/${channels ?? 1}` : ''}`;
  const { usernameFragment, password } = options.iceParameters;
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${at}`,
    'a=sendonly',
    'a=rtcp-mux',
    'a=setup:actpass',
    `a=ice-ufrag:${usernameFragment}`,
    `a=ice-pwd:${password}`,
    `a=rtpmap:${payloadType} ${format}`,
    `a=ssrc:${ssrc} cname:${rtpParameters.rtcp?.cname ?? 'server'}`,
    ...options.iceCandidates
      .filter(({ protocol }) => protocol === 'udp')
      .map(
        ({ foundation, priority, address, port, type }) =>
          `a=candidate:${foundation} 1 udp ${priority} ${address} ${port} typ ${type}`,
      ),
  ];
}

/** The fingerprint of the certificate of whoever wrote the description. */
export function fingerprintIn(sdp: string): Fingerprint {
  const value = /a=fingerprint:sha-256 (\S+)/i.exec(sdp)?.[1];
  if (value === undefined) throw new Error('an answer without fingerprint');
  return { algorithm: 'sha-256', value };
}
