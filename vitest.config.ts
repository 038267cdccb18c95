import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { mediaWorkerBin } from './scripts/media-worker/index.mjs';
import { faceModelsDir } from './scripts/setup/models.mjs';

/** What `npm test` has prepared, for a vitest that was started by hand; a value that was given wins. */
function prepared(): Record<string, string> {
  const worker = mediaWorkerBin();
  const models = faceModelsDir();
  return {
    ...(existsSync(worker) ? { MEDIASOUP_WORKER_BIN: worker } : {}),
    ...(models ? { NGHI_TRUONG_MODELS: models } : {}),
  };
}

export default defineConfig({
  test: {
    include: ['{server,sfu,models,client,scripts}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Only against a test that hangs: how long one takes says nothing about whether it is right.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: prepared(),
    reporters: ['default'],
  },
});
