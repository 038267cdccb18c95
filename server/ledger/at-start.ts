import type { Logger } from '../platform/logger.ts';
import type { RecordsService } from './records-service.ts';

/** Looks once, in the background, whether the database still holds what the ledgers tell. */
export function checkAtStart(
  records: Pick<RecordsService, 'check'>,
  logger: Pick<Logger, 'error'>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const checking = records.check(stopping.signal).catch((err: unknown) => {
    if (!stopping.signal.aborted) logger.error({ err }, 'the ledgers were not checked');
  });
  return {
    async stop() {
      stopping.abort();
      await checking;
    },
  };
}
