import path from 'node:path';
import sharp from 'sharp';
import { faceApiModelDir } from '../load-face-api.mjs';

/**
 * Faces in the group photos of face-api's own demonstration, real pictures of real people: which photo, the
 * middle of the face, and the turn in degrees that makes it upright. `ada` is in two photos, in different
 * clothes and light.
 */
const FACES = {
  ada1: { photo: 1, x: 1580, y: 370, turn: -47 },
  ada2: { photo: 3, x: 1170, y: 410, turn: -11 },
  beth: { photo: 3, x: 680, y: 520, turn: 0 },
  cleo: { photo: 6, x: 1240, y: 510, turn: 0 },
  dora: { photo: 6, x: 355, y: 680, turn: 0 },
  emma: { photo: 5, x: 465, y: 1070, turn: 0 },
} as const;

export type FaceName = keyof typeof FACES;

export interface Look {
  /** Width of the frame in pixels of the photo; a face is some 300 wide there. */
  width?: number;
  /** Moves the frame sideways, pixels of the photo. */
  shift?: number;
  brightness?: number;
  /** Radius of a blur, pixels of the frame. */
  blur?: number;
  quality?: number;
}

const demo = (photo: number) => path.join(faceApiModelDir, '..', 'demo', `sample${photo}.jpg`);

/** A frame as a camera at the door would give it: 640 × 480, one face, as a JPEG. */
export async function portrait(name: FaceName, look: Look = {}): Promise<Uint8Array> {
  const { photo, x, y, turn } = FACES[name];
  const { width = 560, shift = 0, brightness = 1, blur, quality = 90 } = look;
  const height = Math.round(width * 0.75);
  const reach = Math.ceil(Math.hypot(width, height) / 2) + Math.abs(shift);
  const square = await cutSquare(demo(photo), x - reach, y - reach, 2 * reach);
  const turned = await sharp(square)
    .rotate(turn, { background: 'black' })
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((turned.info.width - width) / 2) + shift;
  const top = Math.round((turned.info.height - height) / 2);
  const frame = await sharp(turned.data)
    .extract({ left, top, width, height })
    .resize(640, 480)
    .toBuffer();
  const seen = sharp(frame).modulate({ brightness });
  return (blur ? seen.blur(blur) : seen).jpeg({ quality }).toBuffer();
}

/** Black where the square reaches over the edge of the photo, so that any face can be in the middle of a frame. */
async function cutSquare(file: string, x: number, y: number, side: number): Promise<Buffer> {
  const { width, height } = await sharp(file).metadata();
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(width, x + side), Math.min(height, y + side)];
  return sharp(file)
    .extract({ left, top, width: right - left, height: bottom - top })
    .extend({ left: left - x, top: top - y, right: x + side - right, bottom: y + side - bottom })
    .toBuffer();
}

/** A group of people, as they were taken. */
export async function groupPhoto(): Promise<Uint8Array> {
  return sharp(demo(6)).resize(640).jpeg().toBuffer();
}
