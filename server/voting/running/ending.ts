import type { Logger } from '../../platform/logger.ts';
import type { RunningService } from './running-service.ts';

/** How often polls are looked for whose end has come, in milliseconds. */
const interval = 1000;

/** Closes polls at their end: now, for those whose end passed while the server was down, and then as it comes. */
export function startEnding(
  voting: Pick<RunningService, 'closeDue'>,
  logger: Pick<Logger, 'error'>,
): { stop(): Promise<void> } {
  let sweep = Promise.resolve();
  let isSweeping = false;
  const run = () => {
    if (isSweeping) return;
    isSweeping = true;
    sweep = voting
      .closeDue()
      .catch((error: unknown) => logger.error({ err: error }, 'a poll was not closed at its end'))
      .finally(() => (isSweeping = false));
  };
  run();
  const timer = setInterval(run, interval).unref();
  return {
    async stop() {
      clearInterval(timer);
      await sweep;
    },
  };
}
