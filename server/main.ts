import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { announcement, noMedia, otherAddresses, startRefusal, warningsOf } from './announce.ts';
import type { MediaNode } from '../sfu/media-node.ts';
import { listenAddresses } from '../sfu/addresses.ts';
import { createMediaNode } from '../sfu/in-process-node.ts';
import { type App, createApp } from './app.ts';
import { type FaceService, createFaceService } from './attendance/face/face-service.ts';
import { loadDemo } from './demo/load.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { type Logger, createLogger } from './platform/logger.ts';

/** The same key stroke can arrive by several ways, from the terminal and from the parent. */
const sameSignal = 500;

const say = (text: string) => void process.stdout.write(text);

/** The folder of package.json: above server/main.ts and above dist/server/main.js alike. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function versionOf(root: string): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function start(config: Config): Promise<App> {
  const root = packageRoot();
  const logger = createLogger(config.logLevel);
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error }, 'a defect');
    process.exit(1);
  });
  const app = await createApp({
    config,
    logger,
    clock: systemClock,
    version: versionOf(root),
    migrationsDir: join(root, 'migrations'),
    clientDir: join(root, 'dist', 'client'),
    startMedia: () => startMedia(config, logger),
    startFace: () => startFace(config, logger),
  });
  await present(app, config);
  return app;
}

/** A meeting can be held, and votes taken, without picture and sound. */
async function startMedia({ media }: Config, logger: Logger): Promise<MediaNode | null> {
  try {
    return await createMediaNode({
      workers: media.workers,
      firstPort: media.firstPort,
      listen: await listenAddresses(media.listen, media.announced),
      log: (level, source, message) => logger[level]({ source }, message),
    });
  } catch (error) {
    logger.error({ err: error }, 'media cannot be used');
    return null;
  }
}

async function startFace({ face }: Config, logger: Logger): Promise<FaceService | null> {
  const { threads, modelsDir } = face;
  if (threads === 0 || modelsDir === undefined) return null;
  return createFaceService({ threads, modelsDir, logger });
}

/** Fills an empty database, opens the doors, and tells whoever started it. */
async function present(app: App, config: Config): Promise<void> {
  const demo = config.demo ? await loadDemo({ ...app, clock: systemClock }) : null;
  const firstAdministrator = await app.services.identity.ensureAdministrator();
  const { url } = await app.listen();
  say(
    announcement({
      url,
      elsewhere: otherAddresses(url, config),
      demo,
      firstAdministrator,
      warnings: [...(app.services.media === null ? [noMedia] : []), ...warningsOf(config)],
    }),
  );
}

/** Ends well on the first signal, at once on a second one. */
function endOnSignal(starting: Promise<App>) {
  let first: number | undefined;
  const end = async () => {
    // What is being set up for the first time is brought to its end, so that the next start finds it whole.
    const app = await starting;
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (first === undefined) {
        first = Date.now();
        void end();
      } else if (Date.now() - first > sameSignal) process.exit(1);
    });
}

let config: Config | undefined;
try {
  config = readConfig(process.env);
  const starting = start(config);
  endOnSignal(starting);
  await starting;
} catch (error) {
  const refusal = startRefusal(error, config);
  process.stderr.write(`\n${refusal ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
