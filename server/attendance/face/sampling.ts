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
 * @param height of the result, where its lower part is not wanted
 * @param out takes the result; all zeros
 */
export function sample(
  picture: Picture,
  { window, region }: Cut,
  size: number,
  height = size,
  out = new Float32Array(3 * size * height),
): Float32Array {
  const columns = axis(window.x, window.width, size, region.x, region.width);
  const rows = axis(window.y, window.height, size, region.y, region.height);
  for (let j = 0; j < height; j++) {
    const row = {
      top: 3 * picture.width * rows.first[j]!,
      bottom: 3 * picture.width * rows.second[j]!,
      wTop: rows.firstWeight[j]!,
      wBottom: rows.secondWeight[j]!,
    };
    if (row.wTop === 0 && row.wBottom === 0) continue;
    // At an even reduction every sample lies on a pixel, and nothing need be blended.
    if (columns.exact && row.wTop === 1) pickRow(out, picture.rgb, columns, row.top, j * size);
    else blendRow(out, picture.rgb, columns, row, j * size);
  }
  return out;
}

/** Empty pages for large samples: a new one of a megabyte costs as much as filling it. */
const spare = new Map<number, Float32Array<ArrayBuffer>>();

/**
 * Samples as `sample` does, for as long as `use` runs: then nothing of the picture is left.
 * @param use must not keep its argument
 */
export async function withSample<T>(
  picture: Picture,
  cut: Cut,
  size: { width: number; height: number },
  use: (image: Float32Array) => Promise<T>,
): Promise<T> {
  const length = 3 * size.width * size.height;
  const page = spare.get(length) ?? new Float32Array(length);
  spare.delete(length);
  try {
    return await use(sample(picture, cut, size.width, size.height, page));
  } finally {
    spare.set(length, page.fill(0));
  }
}

type Axis = ReturnType<typeof axis>;

/** Where two neighbouring rows of pixels begin, and their weights. */
interface Row {
  top: number;
  bottom: number;
  wTop: number;
  wBottom: number;
}

function pickRow(out: Float32Array, rgb: Uint8Array, columns: Axis, top: number, start: number) {
  const { first, from, to } = columns;
  const green = out.length / 3;
  const blue = 2 * green;
  for (let i = from; i < to; i++) {
    const pixel = top + 3 * first[i]!;
    const at = start + i;
    out[at] = rgb[pixel]!;
    out[at + green] = rgb[pixel + 1]!;
    out[at + blue] = rgb[pixel + 2]!;
  }
}

function blendRow(out: Float32Array, rgb: Uint8Array, columns: Axis, row: Row, start: number) {
  const { first, second, firstWeight, secondWeight } = columns;
  const { top, bottom, wTop, wBottom } = row;
  const count = first.length;
  const green = out.length / 3;
  const blue = 2 * green;
  for (let i = 0; i < count; i++) {
    const wLeft = firstWeight[i]!;
    const wRight = secondWeight[i]!;
    const left = 3 * first[i]!;
    const right = 3 * second[i]!;
    const a = top + left;
    const b = top + right;
    const c = bottom + left;
    const d = bottom + right;
    const at = start + i;
    out[at] =
      wTop * (wLeft * rgb[a]! + wRight * rgb[b]!) + wBottom * (wLeft * rgb[c]! + wRight * rgb[d]!);
    out[at + green] =
      wTop * (wLeft * rgb[a + 1]! + wRight * rgb[b + 1]!) +
      wBottom * (wLeft * rgb[c + 1]! + wRight * rgb[d + 1]!);
    out[at + blue] =
      wTop * (wLeft * rgb[a + 2]! + wRight * rgb[b + 2]!) +
      wBottom * (wLeft * rgb[c + 2]! + wRight * rgb[d + 2]!);
  }
}

const isSeen = (weight: number) => weight > 0;

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
  const exact =
    !secondWeight.some(isSeen) && firstWeight.every((weight) => weight === 0 || weight === 1);
  const seen = {
    from: Math.max(0, firstWeight.findIndex(isSeen)),
    to: firstWeight.findLastIndex(isSeen) + 1,
  };
  return { first, second, firstWeight, secondWeight, exact, ...seen };
}
