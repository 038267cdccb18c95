import { decodeQR } from 'qr/decode.js';
import { type FaceModels, landmarkSize, loadFaceModels } from './finder-models.ts';
import type {
  Box,
  FinderMessage,
  FoundFace,
  LookRequest,
  Point,
  Sight,
} from './finder-protocol.ts';
import {
  hintsFor,
  inFrontFirst,
  readLight,
  readPose,
  squareAround,
  withSurroundings,
} from './measure.ts';

/** Beyond this many nobody can be meant. */
const mostFaces = 4;
/** Someone in the room behind is not before the camera: part of the picture's width. */
const nobody = 0.06;
const largestCrop = 480;
const widestFrame = 640;
const jpegQuality = 0.85;
const retryMs = 30_000;
const lightSize = 64;

let models: FaceModels | null = null;

const tell = (message: FinderMessage, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

async function load(): Promise<void> {
  try {
    models = await loadFaceModels();
    tell({ kind: 'status', status: 'ready', backend: models.backend });
  } catch {
    tell({ kind: 'status', status: 'whole_frames', backend: null });
    setTimeout(() => void load(), retryMs);
  }
}

self.addEventListener('message', (event: MessageEvent<LookRequest>) => {
  const request = event.data;
  look(request)
    .then((sight) =>
      tell({ kind: 'sight', id: request.id, sight }, sight.jpeg ? [sight.jpeg.buffer] : []),
    )
    .catch(() => tell({ kind: 'failed', id: request.id }))
    .finally(() => request.picture.close());
});

async function look({ picture, takenAt, purpose, codes }: LookRequest): Promise<Sight> {
  const { width, height } = picture;
  const started = performance.now();
  const faces = models === null ? [] : await findFaces(models, picture);
  const tookMs = performance.now() - started;
  const [first] = faces;
  const region =
    models === null
      ? { x: 0, y: 0, width, height }
      : first && withSurroundings(first.box, width, height);
  const largest = models === null ? widestFrame : largestCrop;
  return {
    takenAt,
    width,
    height,
    faces,
    hints: models === null ? [] : hintsFor(faces, purpose),
    jpeg: region ? await pack(picture, region, largest) : null,
    code: codes ? readCode(picture) : null,
    tookMs,
    tensors: models?.tensors() ?? 0,
  };
}

async function findFaces(nets: FaceModels, picture: ImageBitmap): Promise<FoundFace[]> {
  const side = Math.max(picture.width, picture.height);
  const square = { x: 0, y: 0, width: side, height: side };
  const scale = side / nets.detectorSize;
  const found = await nets.detect(cut(picture, square, nets.detectorSize));
  const boxes = found
    .map(({ box, score }) => ({ score, box: grown(box, scale) }))
    .filter(({ box }) => box.width >= nobody * picture.width);
  const faces: FoundFace[] = [];
  for (const { box, score } of inFrontFirst(boxes, picture.width).slice(0, mostFaces))
    faces.push({ box, score, ...(await measure(nets, picture, box)) });
  return faces;
}

const grown = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

async function measure(nets: FaceModels, picture: ImageBitmap, box: Box) {
  const square = squareAround(box);
  const scale = square.width / landmarkSize;
  const points = await nets.landmarks(cut(picture, square, landmarkSize));
  const inPicture = ({ x, y }: Point) => ({ x: square.x + x * scale, y: square.y + y * scale });
  const inner = grownInside(box);
  return { ...readPose(points.map(inPicture)), ...readLight(cut(picture, inner, lightSize)) };
}

/** Cheeks, nose and brow, without hair and background. */
const grownInside = ({ x, y, width, height }: Box): Box => ({
  x: x + width * 0.2,
  y: y + height * 0.2,
  width: width * 0.6,
  height: height * 0.6,
});

const canvases = new Map<number, OffscreenCanvasRenderingContext2D>();

/** A part of the picture, scaled to a square; black where it reaches over the edge. */
function cut(picture: ImageBitmap, part: Box, size: number): ImageData {
  const context = canvases.get(size) ?? canvasOf(size, size);
  canvases.set(size, context);
  context.fillStyle = 'black';
  context.fillRect(0, 0, size, size);
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}

function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context;
}

/** A part as a JPEG, never enlarged. */
async function pack(picture: ImageBitmap, part: Box, largest: number) {
  const context = scaled(picture, part, largest);
  const blob = await context.canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  return new Uint8Array(await blob.arrayBuffer());
}

function scaled(picture: ImageBitmap, part: Box, largest: number) {
  const scale = Math.min(1, largest / Math.max(part.width, part.height));
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  const context = canvasOf(width, height);
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return context;
}

/** null where there is none, which the decoder says by throwing. */
function readCode(picture: ImageBitmap): string | null {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const context = scaled(picture, whole, widestFrame);
  const { width, height } = context.canvas;
  try {
    return decodeQR(context.getImageData(0, 0, width, height));
  } catch {
    return null;
  }
}

void load();
