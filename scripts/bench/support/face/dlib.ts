import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Picture } from '../../../../server/attendance/face/types.ts';
import { cacheDir, systemName } from '../../../setup/paths.mjs';

const run = promisify(execFile);

const SOURCE = join(import.meta.dirname, 'dlib.cpp');
const HEADER = '/usr/include/dlib/image_processing/frontal_face_detector.h';
const PREDICTOR = '/usr/share/dlib/shape_predictor_68_face_landmarks.dat';
const LANDMARK_ROUNDS = 10;
const LIBRARIES = ['-ldlib', '-llapack', '-lblas', '-lpthread'];

const Figures = z.object({ detect: z.number(), landmarks: z.number() });
/** ms of one picture, one thread. */
export type DlibFigures = z.infer<typeof Figures>;

/**
 * dlib's detector and 68-point predictor, as Debian packages them.
 * @returns null where the packages or a compiler are not installed
 */
export async function dlibOn(picture: Picture): Promise<(() => Promise<DlibFigures>) | null> {
  if (!existsSync(HEADER) || !existsSync(PREDICTOR)) return null;
  const folder = join(cacheDir(), 'bench-dlib');
  await mkdir(folder, { recursive: true });
  const program = await build(folder);
  if (program === null) return null;
  const file = join(folder, `picture-${process.pid}.rgb`);
  const { width, height } = picture;
  return async () => {
    await writeFile(file, picture.rgb);
    const args = [PREDICTOR, file, `${width}`, `${height}`, `${LANDMARK_ROUNDS}`];
    const { stdout } = await run(program, args);
    return Figures.parse(JSON.parse(stdout));
  };
}

/** Once for each version of the source and of the system. */
async function build(folder: string): Promise<string | null> {
  const source = await readFile(SOURCE);
  const key = createHash('sha256').update(source).update(systemName()).digest('hex').slice(0, 12);
  const program = join(folder, key);
  if (existsSync(program)) return program;
  const building = `${program}-${process.pid}`;
  try {
    await run('g++', ['-O3', '-march=native', '-o', building, SOURCE, ...LIBRARIES]);
  } catch (error) {
    console.error('dlib cannot be built:', error instanceof Error ? error.message : error);
    return null;
  }
  await rename(building, program);
  return program;
}
