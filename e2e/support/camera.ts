import { open, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { encodeQR } from 'qr';
import sharp from 'sharp';

const photos = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** A face in one of face-api's own demonstration photos: its middle and its width, in pixels of the photo. */
interface Face {
  photo: string;
  x: number;
  y: number;
  width: number;
}

/** People who are surely different, for cameras in tests. */
export const faces = {
  anna: { photo: 'sample3.jpg', x: 1150, y: 350, width: 215 },
  bella: { photo: 'sample6.jpg', x: 1605, y: 400, width: 205 },
  /** Looks alive to the test for prints and screens; Anna's picture, enlarged, does not. */
  beth: { photo: 'sample3.jpg', x: 680, y: 520, width: 215 },
} satisfies Record<string, Face>;

const picture = { width: 640, height: 480 };
const wall = { ...picture, channels: 3 as const, background: '#777' };
const frameCount = 40;
/** How wide the face is on the camera picture, as a part of it. */
const faceShare = 0.44;

/**
 * Writes what a camera in front of a face sees: the head moves a little and the light changes, frame by frame.
 * @param seed different seeds give different takes of the same face
 * @returns nothing; `file` is Motion JPEG, which Chromium plays as a camera in a loop
 */
export async function filmFace(face: Face, seed: number, file: string): Promise<void> {
  const output = await open(file, 'w');
  for (let frame = 0; frame < frameCount; frame += 1)
    await output.write(await takeFrame(face, seed + frame));
  await output.close();
}

/** One picture of such a film, as a camera or another system would send it. */
export async function takeFrame({ photo, x, y, width }: Face, moment: number): Promise<Buffer> {
  const sway = Math.sin((moment * Math.PI) / 10);
  const nod = Math.cos((moment * Math.PI) / 14);
  const cropWidth = Math.round((width / faceShare) * (1 + 0.05 * nod));
  const cropHeight = Math.round((cropWidth * picture.height) / picture.width);
  return sharp(join(photos, photo))
    .extract({
      left: Math.round(x - cropWidth / 2 + 0.04 * cropWidth * sway),
      top: Math.round(y - cropHeight / 2 + 0.03 * cropHeight * nod),
      width: cropWidth,
      height: cropHeight,
    })
    .resize(picture.width, picture.height, { fit: 'fill' })
    .modulate({ brightness: 1 + 0.04 * sway })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Two people beside each other, as near as each other. */
export async function filmPair(one: Face, other: Face, file: string): Promise<void> {
  const half = { width: picture.width / 2, height: picture.height };
  const output = await open(file, 'w');
  for (let frame = 0; frame < frameCount; frame += 1) {
    const sides = await Promise.all(
      [one, other].map(async (face) =>
        sharp(await takeFrame(face, frame))
          .extract({ ...half, left: half.width / 2, top: 0 })
          .toBuffer(),
      ),
    );
    const both = sides.map((input, side) => ({ input, left: side * half.width, top: 0 }));
    await output.write(
      await sharp({ create: wall }).composite(both).jpeg({ quality: 90 }).toBuffer(),
    );
  }
  await output.close();
}

/** Nobody: a wall. */
export async function filmNobody(file: string): Promise<void> {
  await writeFile(file, await sharp({ create: wall }).jpeg().toBuffer());
}

const codeWidth = 380;

/** A QR code on white paper that is held before the camera by a hand that is not quite still. */
export async function filmCode(text: string, file: string): Promise<void> {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const dots = Buffer.from(rows.flat().map((isDark) => (isDark ? 0 : 255)));
  const paper = await sharp(dots, { raw: { width: rows.length, height: rows.length, channels: 1 } })
    .resize(codeWidth, codeWidth, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const output = await open(file, 'w');
  for (let frame = 0; frame < frameCount; frame += 1) {
    const sway = Math.round(6 * Math.sin((frame * Math.PI) / 10));
    const left = (picture.width - codeWidth) / 2 + sway;
    const top = (picture.height - codeWidth) / 2 + sway;
    const held = sharp({ create: wall }).composite([{ input: paper, left, top }]);
    await output.write(await held.jpeg({ quality: 90 }).toBuffer());
  }
  await output.close();
}
