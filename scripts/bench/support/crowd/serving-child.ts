import { createApp } from '../../../../server/app.ts';
import { systemClock } from '../../../../server/platform/clock.ts';
import { readConfig } from '../../../../server/platform/config.ts';
import { createLogger } from '../../../../server/platform/logger.ts';

// The whole server on a data folder, without media and faces; tells its address and waits to be killed.

const [dataDir = '', groupCommit = 'on'] = process.argv.slice(2);
const config = readConfig({
  NGHI_TRUONG_DATA: dataDir,
  NGHI_TRUONG_HOST: '127.0.0.1',
  NGHI_TRUONG_PORT: '0',
  NGHI_TRUONG_FACE_THREADS: '0',
  NGHI_TRUONG_LOG_LEVEL: 'error',
});
const app = await createApp({
  config,
  logger: createLogger(config.logLevel),
  clock: systemClock,
  version: 'bench',
  migrationsDir: 'migrations',
  clientDir: 'no-client',
  groupCommit: groupCommit === 'on',
  startMedia: async () => null,
  startFace: async () => null,
});
const { url } = await app.listen();
process.send?.(url.replace('localhost', '127.0.0.1'));
