import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

// Uploads that are no pictures, or not what they say; made here, byte by byte.

/** A part of a PNG with its length, its name and its checksum. */
const chunk = (type: string, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(type), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
};

/** A PNG that says how large it is and holds next to nothing. */
export function pngOf(
  width: number,
  height: number,
  data = deflateSync(Buffer.alloc(1000)),
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

export const redSquare = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } });

/** A JPEG whose header was changed to say that it is as large as one can be. */
export async function jpegBomb(): Promise<Buffer> {
  const jpeg = await redSquare().jpeg().toBuffer();
  const at = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
  jpeg.writeUInt16BE(65_500, at + 5);
  jpeg.writeUInt16BE(65_500, at + 7);
  return jpeg;
}

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>';
export const zip = Buffer.from('504b0304140000000800', 'hex');
export const noise = (length: number) => Buffer.alloc(length, 'nothing that is a picture ');

/** A lossless WebP that says so in its header. */
export function webpOf(width: number, height: number): Buffer {
  const image = Buffer.alloc(13);
  image.write('VP8L');
  image.writeUInt32LE(5, 4);
  image[8] = 0x2f;
  image.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 9);
  const head = Buffer.alloc(12);
  head.write('RIFF');
  head.writeUInt32LE(image.length + 4, 4);
  head.write('WEBP', 8);
  return Buffer.concat([head, image]);
}
