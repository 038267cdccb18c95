import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { vp8Parameters } from '../../../../sfu/testing/rtp.ts';
import { senderSsrc } from './fanout.ts';

/** 30 frames in a second, 5 packets each, evenly paced: 1.3 Mbit/s, about what a camera of 720p sends. */
export const packetsPerSecond = 150;
const packetsPerFrame = 5;
const packetsPerKeyFrame = packetsPerSecond;
const ticksPerFrame = 90_000 / 30;
export const payloadBytes = 1100;

const payloadType = vp8Parameters([senderSsrc]).codecs[0]?.payloadType ?? 0;
/** Tag of a shown key frame of 320 × 240 with its start code, and of a shown frame that is none (RFC 6386, 9.1). */
const keyFrame = Buffer.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]);
const otherFrame = Buffer.from([0x11, 0x02, 0x00]);

/** A packet of a VP8 stream, with the picture's number as browsers send it (RFC 7741). */
function packetOf(index: number): Buffer {
  const frame = Math.floor(index / packetsPerFrame);
  const part = index % packetsPerFrame;
  const packet = Buffer.alloc(12 + payloadBytes);
  packet[0] = 0x80;
  packet[1] = (part === packetsPerFrame - 1 ? 0x80 : 0) | payloadType;
  packet.writeUInt16BE(index & 0xffff, 2);
  packet.writeUInt32BE((frame * ticksPerFrame) % 2 ** 32, 4);
  packet.writeUInt32BE(senderSsrc, 8);
  packet.set([0x80 | (part === 0 ? 0x10 : 0), 0x80], 12);
  packet.writeUInt16BE(0x8000 | (frame & 0x7fff), 14);
  if (part === 0) packet.set(index % packetsPerKeyFrame === 0 ? keyFrame : otherFrame, 16);
  return packet;
}

/** A camera that is pointed at one room after another; each room sees a stream without a gap. */
export class Sender {
  readonly #socket = createSocket('udp4');
  /** Packets sent so far, by port. */
  readonly #sent = new Map<number, number>();

  /** Sends for so many seconds. @returns how many packets */
  async send(port: number, seconds: number): Promise<number> {
    const first = this.#sent.get(port) ?? 0;
    const count = Math.round(seconds * packetsPerSecond);
    const start = performance.now();
    for (let sent = 0; sent < count;) {
      const due = ((performance.now() - start) / 1000) * packetsPerSecond;
      for (; sent < Math.min(due, count); sent += 1)
        this.#socket.send(packetOf(first + sent), port, '127.0.0.1');
      await sleep(1);
    }
    this.#sent.set(port, first + count);
    return count;
  }

  close(): void {
    this.#socket.close();
  }
}
