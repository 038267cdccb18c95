import type { FaceEngine } from './engine.ts';
import { type Cut, fullSquare, paddedSquare, sample, withSample } from './sampling.ts';
import type { Box, Face, Picture } from './types.ts';

/** Below this nothing is called a face; FACE's gate. */
export const SURE = 0.7;
/** Below this a box is not counted as another person in the picture. */
export const PRESENT = 0.5;
/** Below this a box is nothing. */
const CANDIDATE = 0.3;

/** face-api's TinyFaceDetector: anchors in cells, and the overlap above which the weaker box goes. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
/** Pixels of its input to a cell. */
const CELL = 32;
const TINY_OVERLAP = 0.4;
const SSD_OVERLAP = 0.5;
const SSD_SIZE = 512;
const SSD_MARGIN = 0.5;
const TINY_MARGIN = 0.25;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * Finds faces, the one in front first. Each further pass runs only where the one before was not sure of that
 * face: the tiny detector finds more than SSD at a seventh of the time; both find a face that fills the frame
 * only with a margin around it.
 */
export async function detectFaces(engine: FaceEngine, picture: Picture): Promise<Face[]> {
  let best: Face[] = [];
  for (const pass of PASSES) {
    const faces = await pass(engine, picture);
    if (frontScore(faces) >= SURE) return faces;
    if (frontScore(faces) > frontScore(best)) best = faces;
  }
  return best;
}

const frontScore = ([front]: Face[]) => front?.score ?? 0;

type Pass = (engine: FaceEngine, picture: Picture) => Promise<Face[]>;

const PASSES: readonly Pass[] = [
  tiny(320, fullSquare),
  tiny(416, fullSquare),
  tiny(320, (picture) => paddedSquare(picture, TINY_MARGIN)),
  ssd,
];

function tiny(size: number, cutOut: (picture: Picture) => Cut): Pass {
  return async (engine, picture) => {
    const cut = cutOut(picture);
    const page = { width: size, height: usefulRows(cut, size) };
    const grid = await withSample(picture, cut, page, (image) => engine.detectTiny(image, size));
    return bySize(suppress(decodeGrid(grid, cut.window, size / CELL), TINY_OVERLAP));
  };
}

/** The network need not look at what is black below the picture, beyond as much as there is above it. */
function usefulRows({ window, region }: Cut, size: number): number {
  const margin = region.y - window.y;
  const rows = (size * (2 * margin + region.height)) / window.height;
  return Math.min(size, CELL * Math.ceil(rows / CELL));
}

async function ssd(engine: FaceEngine, picture: Picture): Promise<Face[]> {
  const cut = paddedSquare(picture, SSD_MARGIN);
  const { boxes, scores } = await engine.detectSsd(sample(picture, cut, SSD_SIZE));
  return bySize(suppress(decodeSsd(boxes, scores, cut.window), SSD_OVERLAP));
}

/** The tiny detector's grid, [anchor × (x, y, w, h, score)] planes of rows of n cells, as boxes in the picture. */
function decodeGrid(grid: Float32Array, window: Box, n: number): Face[] {
  const cells = grid.length / (ANCHORS.length * 5);
  const faces: Face[] = [];
  for (const [a, [anchorWidth, anchorHeight]] of ANCHORS.entries()) {
    const plane = (k: number) => (a * 5 + k) * cells;
    for (let cell = 0; cell < cells; cell++) {
      const score = sigmoid(grid[plane(4) + cell]!);
      if (score <= CANDIDATE) continue;
      const unit = window.width / n;
      const width = Math.exp(grid[plane(2) + cell]!) * anchorWidth * unit;
      const height = Math.exp(grid[plane(3) + cell]!) * anchorHeight * unit;
      const x = ((cell % n) + sigmoid(grid[plane(0) + cell]!)) * unit - width / 2;
      const y = (Math.floor(cell / n) + sigmoid(grid[plane(1) + cell]!)) * unit - height / 2;
      faces.push({ score, box: { x: x + window.x, y: y + window.y, width, height } });
    }
  }
  return faces;
}

function decodeSsd(boxes: Float32Array, scores: Float32Array, window: Box): Face[] {
  const faces: Face[] = [];
  for (const [i, score] of scores.entries()) {
    if (score <= CANDIDATE) continue;
    const [top, left, bottom, right] = boxes.subarray(i * 4, i * 4 + 4);
    const x = left! * window.width + window.x;
    const y = top! * window.width + window.y;
    const width = (right! - left!) * window.width;
    const height = (bottom! - top!) * window.width;
    faces.push({ score, box: { x, y, width, height } });
  }
  return faces;
}

/** Whoever stands in front comes first, then others, then what is hardly a face. */
const rank = ({ box, score }: Face) => box.width + (score >= PRESENT ? 1e6 : 0);
const bySize = (faces: Face[]) => faces.toSorted((a, b) => rank(b) - rank(a));

/** Non-maximum suppression: of boxes that overlap, the surest stays. */
function suppress(faces: Face[], limit: number): Face[] {
  const kept: Face[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(face.box, other.box) <= limit)) kept.push(face);
  }
  return kept;
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const both = width * height;
  return both / (a.width * a.height + b.width * b.height - both);
}
