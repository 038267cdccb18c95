import { inflateRawSync } from 'node:zlib';
import { InOrder } from './in-order.ts';
import { RtpClock } from './rtp-clock.ts';
import { readRtp } from './rtp-packet.ts';
import type { RtpPacket } from './rtp-packet.ts';
import type { TrackFile } from './track-file.ts';
import { Vp8Frames } from './vp8.ts';
import type { Vp8Frame } from './vp8.ts';

const vp8Rate = 90_000;
/** Milliseconds between key frames that are asked for: players can only leap to these. */
const keyFrameEvery = 10_000;
/** Asked for again while one is needed. */
const keyFrameAgain = 1000;
/** Milliseconds between empty pictures: a player that leaps finds one near. */
const emptyEvery = 5000;

/**
 * An empty dark picture, for when nobody is seen: a VP8 key frame made by
 * `ffmpeg -f lavfi -i color=c=0x202428:s=1280x720 -frames:v 1 -c:v libvpx -auto-alt-ref 0 -f ivf`, deflated.
 */
const emptyPicture = inflateRawSync(
  Buffer.from(
    '+3CIYS6jFgPrBSYOd47W1o6ZLR06TAxsYizf2RpT5mffnq1uUT2KRtEoGkWjaMQhPYZ/r1sYAA==',
    'base64',
  ),
);
/** How long the empty picture is: it is known by that. */
export const emptyPictureBytes = emptyPicture.length;
export const pictureTrack = { kind: 'picture', width: 1280, height: 720 } as const;

/** A video stream that can be shown. */
export interface Footage {
  onPacket(listener: (bytes: Buffer) => void): void;
  onEnd(listener: () => void): void;
  requestKeyFrame(): void;
  close(): void;
}

/**
 * The one picture of a recording: whoever is shown, without decoding. It changes to another stream when that
 * one's first key frame has come, and shows the former until then.
 */
export class Picture {
  readonly #file: TrackFile;
  readonly #now: () => number;
  #shown: Stream | null = null;
  #coming: Stream | null = null;
  #lastKey = 0;

  /** @param now milliseconds since the start of the recording */
  constructor(file: TrackFile, now: () => number) {
    this.#file = file;
    this.#now = now;
    this.#file.write({ at: 0, data: emptyPicture, key: true });
  }

  show(footage: Footage | null): void {
    const [shown, coming] = [this.#shown, this.#coming];
    this.#coming = null;
    coming?.close();
    if (footage === null) {
      this.#shown = null;
      shown?.close();
      this.#showNothing();
      return;
    }
    const stream = new Stream(footage, this.#now);
    this.#coming = stream;
    footage.onEnd(() => this.#end(stream));
    stream.begin((frame) => this.#take(stream, frame));
  }

  /** To be called about once in a second. */
  tick(): void {
    const now = this.#now();
    const age = now - this.#lastKey;
    this.#coming?.askIfNeeded(now, false);
    this.#shown?.askIfNeeded(now, age > keyFrameEvery);
    if (this.#shown === null && age > emptyEvery) this.#showNothing();
  }

  close(): void {
    this.#coming?.close();
    this.#shown?.close();
  }

  #take(stream: Stream, { at, data, key }: Vp8Frame & { at: number }): void {
    if (stream === this.#coming) {
      const former = this.#shown;
      this.#coming = null;
      this.#shown = stream;
      former?.close();
    }
    if (stream !== this.#shown) return;
    if (key) this.#lastKey = this.#now();
    this.#file.write({ at, data, key });
  }

  #end(stream: Stream): void {
    if (stream === this.#coming) this.#coming = null;
    if (stream !== this.#shown) return;
    this.#shown = null;
    if (this.#coming === null) this.#showNothing();
  }

  #showNothing(): void {
    this.#lastKey = this.#now();
    this.#file.write({ at: this.#lastKey, data: emptyPicture, key: true });
  }
}

/** Frames of one stream, placed in the time of the recording. */
class Stream {
  readonly #footage: Footage;
  readonly #now: () => number;
  readonly #order = new InOrder<RtpPacket>();
  readonly #frames = new Vp8Frames();
  readonly #clock = new RtpClock(vp8Rate);
  #asked = Number.NEGATIVE_INFINITY;

  constructor(footage: Footage, now: () => number) {
    this.#footage = footage;
    this.#now = now;
  }

  begin(onFrame: (frame: Vp8Frame & { at: number }) => void): void {
    this.#footage.onPacket((bytes) => {
      const read = readRtp(bytes);
      if (read === null) return;
      const arrival = this.#now();
      for (const ordered of this.#order.push(read, arrival)) {
        const frame = this.#frames.push(ordered);
        if (frame !== null) onFrame({ ...frame, at: this.#clock.at(frame.timestamp, arrival) });
      }
      this.askIfNeeded(arrival, false);
    });
  }

  /** Not more than once in a second: each one costs every watcher of the stream a burst. */
  askIfNeeded(now: number, wanted: boolean): void {
    if (!(wanted || this.#frames.needsKey) || now - this.#asked < keyFrameAgain) return;
    this.#asked = now;
    this.#footage.requestKeyFrame();
  }

  close(): void {
    this.#footage.close();
  }
}
