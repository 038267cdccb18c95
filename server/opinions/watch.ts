import type { Logger } from '../platform/logger.ts';

/** Milliseconds between two looks at what is due. */
const interval = 1000;

interface Watched {
  opinions: { tick(): Promise<void> };
  logger: Logger;
}

/**
 * Closes slips at their deadline and reminds before it, as long as the server runs; what came due while it did not run
 * is done at the start. A look that takes longer than the interval is not overtaken.
 */
export function watchSlips({ opinions, logger }: Watched): { stop(): Promise<void> } {
  let look: Promise<void> | null = null;
  const run = async () => {
    await opinions
      .tick()
      .catch((err: unknown) => logger.error({ err }, 'opinion slips were not looked at'));
    look = null;
  };
  const start = () => void (look ??= run());
  start();
  const timer = setInterval(start, interval).unref();
  return {
    async stop() {
      clearInterval(timer);
      await look;
    },
  };
}
