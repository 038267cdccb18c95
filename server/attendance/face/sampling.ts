import type { Box, Picture } from './types.ts';

/** What to sample: `window` becomes the whole of the result; what lies outside `region` is black. */
export interface Cut {
  window: Box;
  region: Box;
}

const square = (x: number, y: number, side: number): Box => ({ x, y, width: side, height: side });
const whole = ({ width, height }: Picture): Box => ({ x: 0, y: 0, width, height });

/** The whole picture with black below or to the right, as face-api feeds its detectors. */
export function fullSquare(picture: Picture): Cut {
  const side = Math.max(picture.width, picture.height);
  return { window: square(0, 0, side), region: whole(picture) };
}

/** The picture with a black margin all round, for faces that fill it. @param margin in parts of its longer side */
export function paddedSquare(picture: Picture, margin: number): Cut {
  const { width, height } = picture;
  const side = Math.round(Math.max(width, height) * (1 + 2 * margin));
  const window = square(Math.round((width - side) / 2), Math.round((height - side) / 2), side);
  return { window, region: whole(picture) };
}

/** The part of a box inside the picture, centred in a square, as face-api cuts out a face. */
export function faceSquare(picture: Picture, box: Box): Cut {
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const width = Math.max(1, Math.floor(Math.min(box.x + box.width, picture.width) - left));
  const height = Math.max(1, Math.floor(Math.min(box.y + box.height, picture.height) - top));
  const [x, y] = [Math.floor(left), Math.floor(top)];
  const side = Math.max(width, height);
  const corner = [x - Math.floor((side - width) / 2), y - Math.floor((side - height) / 2)] as const;
  return { window: square(...corner, side), region: { x, y, width, height } };
}

/**
 * Samples bilinearly to `size` × `size`, plane after plane (R, G, B), 0…255, as TensorFlow's
 * `resizeBilinear` does.
 */
export function sample(picture: Picture, { window, region }: Cut, size: number): Float32Array {
  const out = new Float32Array(3 * size * size);
  const columns = axis(window.x, window.width, size, region.x, region.width);
  const rows = axis(window.y, window.height, size, region.y, region.height);
  const { rgb, width } = picture;
  const area = size * size;
  for (let j = 0; j < size; j++) {
    const top = rows.first[j]! * width;
    const bottom = rows.second[j]! * width;
    const wTop = rows.firstWeight[j]!;
    const wBottom = rows.secondWeight[j]!;
    if (wTop === 0 && wBottom === 0) continue;
    for (let i = 0; i < size; i++) {
      const left = columns.first[i]!;
      const right = columns.second[i]!;
      const wLeft = columns.firstWeight[i]!;
      const wRight = columns.secondWeight[i]!;
      const a = 3 * (top + left);
      const b = 3 * (top + right);
      const c = 3 * (bottom + left);
      const d = 3 * (bottom + right);
      const at = j * size + i;
      for (let k = 0; k < 3; k++) {
        out[at + k * area] =
          wTop * (wLeft * rgb[a + k]! + wRight * rgb[b + k]!) +
          wBottom * (wLeft * rgb[c + k]! + wRight * rgb[d + k]!);
      }
    }
  }
  return out;
}

/** Per sample: the two neighbouring pixels and their weights, which are zero outside the region. */
function axis(start: number, side: number, size: number, from: number, length: number) {
  const first = new Int32Array(size);
  const second = new Int32Array(size);
  const firstWeight = new Float32Array(size);
  const secondWeight = new Float32Array(size);
  const inside = (pixel: number) => pixel >= from && pixel < from + length;
  for (let i = 0; i < size; i++) {
    const position = (i * side) / size;
    const low = Math.floor(position);
    const high = Math.min(low + 1, side - 1);
    const part = position - low;
    if (inside(start + low)) {
      first[i] = start + low;
      firstWeight[i] = 1 - part;
    }
    if (inside(start + high)) {
      second[i] = start + high;
      secondWeight[i] = part;
    }
  }
  return { first, second, firstWeight, secondWeight };
}
