import sharp from 'sharp';
import { AppError, type ErrorCode } from '../../../models/errors.ts';
import type { Picture } from './types.ts';

/** Uploads above this are refused unread. */
export const MAX_BYTES = 6_000_000;
/** Pictures above this are refused by their header; a bomb is never unpacked. */
const MAX_PIXELS = 26_000_000;
/** Faces are looked for at this size of the longer side; JPEG decodes to it faster than to the full size. */
const MAX_SIDE = 1280;
/** As decoded: a thinner strip of a picture shows no face. */
const MIN_SIDE = 32;
const TIMEOUT_S = 10;

/** Several threads decode at once, so each shall use one; cached pictures would be kept personal data. */
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes an untrusted upload, upright as its EXIF orientation says.
 * @throws AppError `face_image_too_large`, or `face_image_invalid` for what is no picture or a broken one
 */
export async function decodePicture(upload: Uint8Array): Promise<Picture> {
  if (upload.byteLength > MAX_BYTES) throw new AppError('face_image_too_large');
  // Before any decoder sees it: those of other formats (SVG, PDF, GIF …) are never reached.
  if (!beginsLikePicture(upload)) throw new AppError('face_image_invalid');
  const { data, info } = await decode(upload).catch(async () => {
    throw new AppError(await reasonOf(upload));
  });
  if (info.channels !== 3) throw new AppError('face_image_invalid');
  if (Math.min(info.width, info.height) < MIN_SIDE) throw new AppError('face_image_invalid');
  return { width: info.width, height: info.height, rgb: data };
}

/** Refuses a picture of more than MAX_PIXELS by its header. */
async function decode(upload: Uint8Array) {
  return sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', pages: 1 })
    .timeout({ seconds: TIMEOUT_S })
    .rotate()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** The first bytes of a JPEG, a PNG or a WebP. */
function beginsLikePicture(upload: Uint8Array): boolean {
  const begin = Buffer.from(upload.buffer, upload.byteOffset, Math.min(12, upload.byteLength));
  const text = begin.toString('latin1');
  return (
    text.startsWith('\xFF\xD8\xFF') ||
    text.startsWith('\x89PNG\r\n\x1A\n') ||
    (text.startsWith('RIFF') && text.endsWith('WEBP'))
  );
}

/**
 * Why a picture could not be decoded. Its header is read once more without a limit, since a bomb shall be told from a
 * broken file; the pixels are not touched. Only after a failure: at every picture it took half a millisecond.
 */
async function reasonOf(upload: Uint8Array): Promise<ErrorCode> {
  try {
    // sharp throws at once for an empty upload, and later for a broken one.
    const { width, height } = await sharp(upload, { limitInputPixels: false }).metadata();
    return width * height > MAX_PIXELS ? 'face_image_too_large' : 'face_image_invalid';
  } catch {
    return 'face_image_invalid';
  }
}
