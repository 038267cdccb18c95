import type { Block } from '../../sfu/recording/matroska.ts';
import { emptyPictureBytes } from '../../sfu/recording/picture.ts';

export interface Size {
  width: number;
  height: number;
}

/** From a key frame on the picture has this size. In milliseconds. */
export interface Run extends Size {
  at: number;
  /** Only the empty picture is shown, which looks alike in any size. */
  isEmpty: boolean;
}

/** No film is larger; a larger screen is scaled down into it. */
const largest: Size = { width: 1920, height: 1080 };

/** Finds where the size of a picture changes. */
export async function readRuns(blocks: AsyncIterable<Block>): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const { at, key, data } of blocks) {
    if (!key) continue;
    const run = { at, ...sizeIn(data), isEmpty: data.length === emptyPictureBytes };
    const last = runs.at(-1);
    const isSame = last?.width === run.width && last.height === run.height;
    if (!isSame || last.isEmpty !== run.isEmpty) runs.push(run);
  }
  return runs;
}

/** Of a key frame: RFC 6386, section 9.1. The two highest bits are a wish for scaling that nobody has. */
const sizeIn = (frame: Buffer): Size => ({
  width: frame.readUInt16LE(6) & 0x3fff,
  height: frame.readUInt16LE(8) & 0x3fff,
});

/** A piece of the picture that is taken as it is, or scaled to the canvas. In milliseconds. */
export interface Piece {
  from: number;
  to: number;
  isScaled: boolean;
}

export interface Plan {
  canvas: Size;
  /** In the order of time, without gaps. */
  pieces: Piece[];
}

/**
 * One size for the whole film, the largest that was shown, so that nothing that could be read becomes unreadable; and
 * what has to be scaled to it.
 * @param end in milliseconds
 */
export function planPicture(runs: readonly Run[], end: number, canvas = canvasFor(runs)): Plan {
  const pieces: Piece[] = [];
  for (const [index, { at, width, height }] of runs.entries()) {
    const isScaled = width !== canvas.width || height !== canvas.height;
    const to = Math.max(at + 1, runs[index + 1]?.at ?? end);
    const last = pieces.at(-1);
    if (last?.isScaled === isScaled) last.to = to;
    else pieces.push({ from: at, to, isScaled });
  }
  return { canvas, pieces };
}

/** The size that fits all that was shown. */
export function canvasFor(runs: readonly Run[]): Size {
  const shown = runs.filter(({ isEmpty }) => !isEmpty);
  const sizes = shown.length > 0 ? shown : runs;
  const [first = largest] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
  const shrink = Math.min(1, largest.width / first.width, largest.height / first.height);
  return { width: even(first.width * shrink), height: even(first.height * shrink) };
}

/** Encoders take colours for two by two pixels. */
const even = (pixels: number): number => Math.max(2, Math.floor(pixels / 2) * 2);
