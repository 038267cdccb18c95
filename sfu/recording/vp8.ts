import type { Ordered } from './in-order.ts';
import type { RtpPacket } from './rtp-packet.ts';

export interface Vp8Frame {
  timestamp: number;
  data: Buffer;
  key: boolean;
}

interface Payload {
  beginsFrame: boolean;
  data: Buffer;
}

/** Puts the pictures of a VP8 stream together (RFC 7741); after a loss it waits for the next key frame. */
export class Vp8Frames {
  #parts: Buffer[] = [];
  #timestamp = 0;
  #needsKey = true;

  /** Whether nothing can be shown before a key frame comes. */
  get needsKey(): boolean {
    return this.#needsKey;
  }

  /** @returns the picture that this packet completes */
  push({ packet, afterLoss }: Ordered<RtpPacket>): Vp8Frame | null {
    if (afterLoss) this.#lose();
    const payload = readPayload(packet.payload);
    if (payload === null) return null;
    if (payload.beginsFrame) this.#begin(packet.timestamp);
    else if (this.#parts.length === 0 || packet.timestamp !== this.#timestamp) this.#lose();
    if (!payload.beginsFrame && this.#parts.length === 0) return null;
    this.#parts.push(payload.data);
    return packet.marker ? this.#complete() : null;
  }

  #begin(timestamp: number): void {
    if (this.#parts.length > 0) this.#lose();
    this.#timestamp = timestamp;
  }

  #complete(): Vp8Frame | null {
    const data = Buffer.concat(this.#parts);
    this.#parts = [];
    const key = isKeyFrame(data);
    if (key) this.#needsKey = false;
    return this.#needsKey ? null : { timestamp: this.#timestamp, data, key };
  }

  #lose(): void {
    this.#parts = [];
    this.#needsKey = true;
  }
}

/** Without the payload descriptor; null when nothing lies behind it. */
function readPayload(payload: Buffer): Payload | null {
  const first = payload[0];
  if (first === undefined) return null;
  let at = 1;
  if ((first & 0x80) !== 0) {
    const extension = payload[at] ?? 0;
    at += 1;
    // The picture id takes one byte or two.
    if ((extension & 0x80) !== 0) at += ((payload[at] ?? 0) & 0x80) === 0 ? 1 : 2;
    if ((extension & 0x40) !== 0) at += 1;
    if ((extension & 0x30) !== 0) at += 1;
  }
  if (at >= payload.length) return null;
  // The start of partition 0 is the start of a frame.
  return { beginsFrame: (first & 0x17) === 0x10, data: payload.subarray(at) };
}

/** RFC 6386, section 9.1: the lowest bit says so, and a start code follows the tag of three bytes. */
function isKeyFrame(data: Buffer): boolean {
  if (data.length < 10 || ((data[0] ?? 1) & 1) !== 0) return false;
  return data.readUIntBE(3, 3) === 0x9d_01_2a;
}
