import { prepareFaceModels } from '../../../../scripts/setup/face-models.mjs';
import { cacheDir } from '../../../../scripts/setup/paths.mjs';

/** The models that `npm test` has prepared, or prepared now for a test that was started by hand. */
export async function testModelsDir(): Promise<string> {
  return process.env.NGHI_TRUONG_MODELS ?? prepareFaceModels({ cacheDir: cacheDir() });
}
