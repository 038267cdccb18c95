import sharp from 'sharp';

/** How a picture is held before the camera; angles in degrees. */
export interface Held {
  yaw?: number;
  pitch?: number;
  roll?: number;
  /** Around an upright pipe: half of the angle that the sheet covers of it, radians. */
  bend?: number;
  /** Gives the sheet depth, as if it were a head: how far each point stands out, in widths of the sheet. */
  relief?: (x: number, y: number) => number;
}

const frame = { width: 640, height: 480 };
/** Sides of the sheet are 1 long; it fills most of the height of the frame. */
const away = 2.5;
const focal = 2.5 * 420;
const steps = 900;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const turned = (a: number, b: number, angle: number): [number, number] => [
  a * Math.cos(angle) - b * Math.sin(angle),
  a * Math.sin(angle) + b * Math.cos(angle),
];

/** What a camera sees of a picture that is held up, as a JPEG. */
export async function holdUp(picture: Uint8Array, held: Held = {}): Promise<Uint8Array> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const out = Buffer.alloc(frame.width * frame.height * 3, 90);
  const nearest = new Float32Array(frame.width * frame.height).fill(Infinity);
  const side = Math.min(info.width, info.height);
  const [left, top] = [(info.width - side) / 2, (info.height - side) / 2];
  for (let row = 0; row < steps; row += 1)
    for (let column = 0; column < steps; column += 1) {
      const [u, v] = [column / steps, row / steps];
      const { x, y, depth } = place(u - 0.5, v - 0.5, held);
      const [px, py] = [
        Math.round(frame.width / 2 + (focal * x) / depth),
        Math.round(frame.height / 2 + (focal * y) / depth),
      ];
      if (px < 0 || py < 0 || px >= frame.width || py >= frame.height) continue;
      const at = py * frame.width + px;
      if (depth >= (nearest[at] ?? 0)) continue;
      nearest[at] = depth;
      const from = Math.floor(top + v * side) * info.width + Math.floor(left + u * side);
      data.copy(out, 3 * at, 3 * from, 3 * from + 3);
    }
  const raw = { ...frame, channels: 3 as const };
  // Gaps between points that came apart are filled from beside them.
  return sharp(out, { raw }).median(3).jpeg({ quality: 90 }).toBuffer();
}

function place(u: number, v: number, held: Held) {
  const { yaw = 0, pitch = 0, roll = 0, bend = 0, relief } = held;
  const [rx, ry] = turned(u, v, radians(roll));
  const pipe = 0.5 / bend;
  const [bx, out] =
    bend === 0
      ? [rx, relief?.(u, v) ?? 0]
      : [pipe * Math.sin(rx / pipe), pipe * Math.cos(rx / pipe) - pipe];
  const [z1, x] = turned(out, bx, radians(yaw));
  const [y, z] = turned(ry, z1, radians(pitch));
  return { x, y, depth: away - z };
}
