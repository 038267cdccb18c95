import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { cacheDir, root } from './paths.mjs';
import { run } from './run.mjs';

const script = join(root, 'scripts', 'setup', 'face-models-run.mjs');

/**
 * The folder of face models that set-up made last: `NGHI_TRUONG_MODELS` where that is set.
 * @returns {string | undefined} undefined when there are none yet
 */
export function faceModelsDir() {
  if (process.env.NGHI_TRUONG_MODELS) return process.env.NGHI_TRUONG_MODELS;
  const folder = join(cacheDir(), 'face-models');
  const current = join(folder, 'current');
  return existsSync(current) ? join(folder, readFileSync(current, 'utf8').trim()) : undefined;
}

/**
 * Makes the face models where they are missing or out of date. It happens in a process of its own, since it loads the
 * inference libraries, whose memory would else stay taken while the server runs.
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<string>} their folder
 */
export async function ensureFaceModels(report) {
  if (process.env.NGHI_TRUONG_MODELS) return process.env.NGHI_TRUONG_MODELS;
  const prepare = () => run(process.execPath, [script, cacheDir()], { log: report.log });
  try {
    if (faceModelsDir()) await prepare();
    else await report.step('Chuẩn bị mô hình nhận diện khuôn mặt (một lần)', prepare);
  } catch (error) {
    throw new SetupFailure(
      {
        vi: 'Không chuẩn bị được mô hình nhận diện khuôn mặt; hãy xem nhật ký, hoặc đặt NGHI_TRUONG_MODELS là thư mục có sẵn các mô hình.',
        en: 'The face recognition models could not be prepared; see the log, or set NGHI_TRUONG_MODELS to a folder that has them.',
      },
      error,
    );
  }
  const made = faceModelsDir();
  if (!made) throw new Error('face models were prepared, but there are none');
  return made;
}
