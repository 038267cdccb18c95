import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** How a drawn person looks; documentation shows no real face. */
interface Look {
  wall: string;
  jacket: string;
  skin: string;
  hair: string;
}

export const looks = {
  library: { wall: '#51606e', jacket: '#1f2a37', skin: '#e0b08c', hair: '#221c1a' },
  office: { wall: '#8a7f70', jacket: '#6b1f2a', skin: '#d9a07a', hair: '#2b211d' },
} satisfies Record<string, Look>;

/** Writes a camera file in which a drawn person sits before a wall. */
export async function filmFigure(look: Look, file: string): Promise<void> {
  const frames = await Promise.all([0, 1, 2, 3, 2, 1].map((sway) => drawFrame(look, sway)));
  await writeFile(file, Buffer.concat(frames));
}

const slow = { width: 1280, height: 720, framesPerSecond: 10 };

/**
 * The same at ten frames in a second, for journeys with many cameras on a small machine.
 * @returns nothing; `file` must end in `.y4m`, by which Chromium knows a film that names its own pace
 */
export async function filmSlowFigure(look: Look, file: string): Promise<void> {
  const { width, height, framesPerSecond } = slow;
  const frames = await Promise.all([0, 1, 2, 3, 2, 1].map((sway) => drawFrame(look, sway)));
  const raw = await Promise.all(frames.map(toPlanes));
  const head = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  await writeFile(
    file,
    Buffer.concat([Buffer.from(head), ...raw.flatMap((one) => [Buffer.from('FRAME\n'), one])]),
  );
}

/** One plane of brightness and two of colour at half the size, as BT.601 has them. */
async function toPlanes(jpeg: Buffer): Promise<Buffer> {
  const { width, height } = slow;
  const full = await pixels(jpeg, width, height);
  const half = await pixels(jpeg, width / 2, height / 2);
  return Buffer.concat([
    plane(full, (r, g, b) => 16 + (65.7 * r + 129.1 * g + 25.1 * b) / 256),
    plane(half, (r, g, b) => 128 + (-37.9 * r - 74.5 * g + 112.4 * b) / 256),
    plane(half, (r, g, b) => 128 + (112.4 * r - 94.2 * g - 18.3 * b) / 256),
  ]);
}

const pixels = (jpeg: Buffer, width: number, height: number): Promise<Buffer> =>
  sharp(jpeg).resize(width, height).removeAlpha().raw().toBuffer();

function plane(rgb: Buffer, value: (r: number, g: number, b: number) => number): Buffer {
  const out = Buffer.alloc(rgb.length / 3);
  for (let at = 0; at < out.length; at += 1) {
    const [r = 0, g = 0, b = 0] = rgb.subarray(3 * at, 3 * at + 3);
    out[at] = Math.round(value(r, g, b));
  }
  return out;
}

const drawFrame = ({ wall, jacket, skin, hair }: Look, sway: number): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">
      <rect width="1280" height="720" fill="${wall}"/>
      <rect x="80" y="60" width="300" height="420" rx="8" fill="#ffffff" opacity="0.12"/>
      <g transform="translate(${640 + 4 * sway} ${2 * sway})">
        <path d="M-330 720 C-320 520 -180 470 0 470 C180 470 320 520 330 720 Z" fill="${jacket}"/>
        <path d="M-70 470 L0 620 L70 470 Z" fill="#f4f4f2"/>
        <rect x="-52" y="390" width="104" height="110" rx="40" fill="${skin}"/>
        <ellipse cx="0" cy="280" rx="128" ry="160" fill="${skin}"/>
        <path d="M-140 280 C-150 55 150 55 140 280 C110 200 -60 210 -140 280 Z" fill="${hair}"/>
      </g>
    </svg>`),
  )
    .jpeg({ quality: 90 })
    .toBuffer();
