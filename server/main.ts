import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { announcement, otherAddresses, startRefusal, warningsOf } from './announce.ts';
import { type App, createApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createLogger } from './platform/logger.ts';

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
  });
  const firstAdministrator = await app.services.identity.ensureAdministrator();
  const { url } = await app.listen();
  say(
    announcement({
      url,
      elsewhere: otherAddresses(url, config),
      demo: null,
      firstAdministrator,
      warnings: warningsOf(config),
    }),
  );
  return app;
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
