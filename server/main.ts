import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import { createLogger } from './platform/logger.ts';

/** The folder of package.json: from server/main.ts and from dist/server/main.js alike. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
const root = packageRoot();
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const config = readConfig(process.env);
const app = await createApp({
  config,
  logger: createLogger(config.logLevel),
  clock: systemClock,
  version,
  migrationsDir: join(root, 'migrations'),
  clientDir: join(root, 'dist', 'client'),
});
const { url } = await app.listen();
process.stdout.write(`${url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
