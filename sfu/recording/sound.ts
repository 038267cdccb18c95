import { InOrder } from './in-order.ts';
import { RtpClock } from './rtp-clock.ts';
import { readRtp } from './rtp-packet.ts';
import type { RtpPacket } from './rtp-packet.ts';
import type { TrackFile } from './track-file.ts';

export const soundTrack = { kind: 'sound', channels: 2 } as const;
const opusRate = 48_000;
/** Twenty milliseconds of silence in Opus: a frame of CELT without content. */
const silence = Buffer.from([0xf8, 0xff, 0xfe]);
/**
 * Milliseconds between marks of silence. Whoever plays the file fills gaps with samples held in memory; hours of
 * silence in one gap would take gigabytes.
 */
const silenceEvery = 1000;
/** While nobody speaks an encoder sends packets without sound (DTX); RFC 6716, section 2.1.9. */
const longestEmpty = 2;

/** Writes one microphone, or the sound of a screen, into a file that begins with the recording. */
export class Sound {
  readonly #file: TrackFile;
  readonly #order = new InOrder<RtpPacket>();
  readonly #clock = new RtpClock(opusRate);

  constructor(file: TrackFile) {
    this.#file = file;
  }

  /** @param arrival milliseconds since the start of the recording */
  take(bytes: Buffer, arrival: number): void {
    const read = readRtp(bytes);
    if (read === null) return;
    for (const { packet } of this.#order.push(read, arrival)) {
      const at = this.#clock.at(packet.timestamp, arrival);
      if (packet.payload.length <= longestEmpty) continue;
      this.#fillTo(at);
      this.#file.write({ at, data: packet.payload, key: true });
    }
  }

  /** The first mark stands at the very beginning, so that all files share it. */
  #fillTo(end: number): void {
    const file = this.#file;
    if (file.last < 0) file.write({ at: 0, data: silence, key: true });
    for (let at = file.last + silenceEvery; at + silenceEvery / 2 < end; at += silenceEvery)
      file.write({ at, data: silence, key: true });
  }
}
