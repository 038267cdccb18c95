import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import type { RtpParameters } from '../../models/contracts/rtp.ts';

/** Real RTP over UDP for tests: enough of RFC 3550, Opus and VP8 for mediasoup to forward it. */

const opusType = 100;
const vp8Type = 101;
const audioLevelId = 10;
/** Seconds between the epochs of NTP (1900) and Unix (1970). */
const ntpOffset = 2_208_988_800;

export function opusParameters(ssrc: number): RtpParameters {
  return {
    codecs: [{ mimeType: 'audio/opus', payloadType: opusType, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: audioLevelId }],
    encodings: [{ ssrc }],
    rtcp: { cname: 'test' },
  };
}

/** One encoding per layer, the lowest first. */
export function vp8Parameters(ssrcs: number[]): RtpParameters {
  return {
    codecs: [{ mimeType: 'video/VP8', payloadType: vp8Type, clockRate: 90_000 }],
    encodings: ssrcs.map((ssrc) => ({ ssrc })),
    rtcp: { cname: 'test' },
  };
}

interface Stream {
  ssrc: number;
  sequence: number;
  payloadType: number;
  clockRate: number;
  payload: Buffer;
  extension: Buffer;
}

function header(stream: Stream, timestamp: number): Buffer {
  const fixed = Buffer.alloc(12);
  fixed[0] = stream.extension.length > 0 ? 0x90 : 0x80;
  fixed[1] = 0x80 | stream.payloadType;
  fixed.writeUInt16BE(stream.sequence & 0xffff, 2);
  fixed.writeUInt32BE(timestamp >>> 0, 4);
  fixed.writeUInt32BE(stream.ssrc, 8);
  return Buffer.concat([fixed, stream.extension]);
}

/** RFC 8285 one-byte header extension with an audio level of −10 dBov, voice. */
function audioLevel(): Buffer {
  return Buffer.from([0xbe, 0xde, 0x00, 0x01, audioLevelId << 4, 0x80 | 10, 0, 0]);
}

function senderReport(ssrc: number, timestamp: number): Buffer {
  const report = Buffer.alloc(28);
  const now = Date.now();
  report.set([0x80, 200, 0, 6]);
  report.writeUInt32BE(ssrc, 4);
  report.writeUInt32BE(Math.floor(now / 1000) + ntpOffset, 8);
  report.writeUInt32BE(Math.floor(((now % 1000) / 1000) * 2 ** 32), 12);
  report.writeUInt32BE(timestamp >>> 0, 16);
  return report;
}

/** Sends made-up streams every 20 ms until it is closed. */
export class RtpSource {
  readonly #socket: Socket;
  readonly #streams: Stream[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(to: { ip: string; port: number }) {
    this.#socket = createSocket('udp4');
    this.#timer = setInterval(() => {
      const seconds = performance.now() / 1000;
      for (const stream of this.#streams) {
        const timestamp = Math.floor(seconds * stream.clockRate);
        const packet = Buffer.concat([header(stream, timestamp), stream.payload]);
        this.#socket.send(packet, to.port, to.ip);
        if (stream.sequence % 10 === 0) {
          this.#socket.send(senderReport(stream.ssrc, timestamp), to.port, to.ip);
        }
        stream.sequence += 1;
      }
    }, 20);
  }

  /** A loud voice. */
  sendOpus(ssrc: number): void {
    const payload = Buffer.alloc(60, 0x5a);
    this.#add({ ssrc, payloadType: opusType, clockRate: 48_000, payload, extension: audioLevel() });
  }

  /** Nothing but key frames, so that a receiver can switch at every packet. */
  sendVp8(ssrc: number, size: number): void {
    // Payload descriptor with S set, then the tag of a shown key frame and its start code (RFC 7741).
    const start = Buffer.from([0x10, 0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]);
    const payload = Buffer.concat([start, Buffer.alloc(size - start.length)]);
    const extension = Buffer.alloc(0);
    this.#add({ ssrc, payloadType: vp8Type, clockRate: 90_000, payload, extension });
  }

  #add(stream: Omit<Stream, 'sequence'>): void {
    this.#streams.push({ ...stream, sequence: 1 });
  }

  close(): void {
    clearInterval(this.#timer);
    this.#socket.close();
  }
}

export interface ReceivedPacket {
  ssrc: number;
  payloadBytes: number;
}

/** Collects the RTP packets that come in, RTCP left out. */
export class RtpSink {
  readonly #socket: Socket;
  readonly packets: ReceivedPacket[] = [];
  #arrivals: (() => void)[] = [];

  static async open(): Promise<RtpSink> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new RtpSink(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('message', (packet) => this.#take(packet));
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** Resolves when a packet that fits has come in from now on. */
  async until(fits: (packet: ReceivedPacket) => boolean): Promise<ReceivedPacket> {
    for (let seen = this.packets.length; ; seen += 1) {
      while (this.packets.length <= seen) {
        await new Promise<void>((resolve) => this.#arrivals.push(resolve));
      }
      const packet = this.packets[seen];
      if (packet && fits(packet)) return packet;
    }
  }

  #take(packet: Buffer): void {
    const type = packet.readUInt8(1);
    // RFC 5761: these payload types are RTCP on a shared port.
    if (type >= 192 && type <= 223) return;
    const extended = (packet.readUInt8(0) & 0x10) !== 0;
    const head = extended ? 16 + packet.readUInt16BE(14) * 4 : 12;
    this.packets.push({ ssrc: packet.readUInt32BE(8), payloadBytes: packet.length - head });
    for (const resolve of this.#arrivals.splice(0)) resolve();
  }

  close(): void {
    this.#socket.close();
  }
}
