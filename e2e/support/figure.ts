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
        <path d="M-140 280 C-150 90 150 90 140 280 C110 200 -60 210 -140 280 Z" fill="${hair}"/>
      </g>
    </svg>`),
  )
    .jpeg({ quality: 90 })
    .toBuffer();
