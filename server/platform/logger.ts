import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The log: JSON lines on standard output. It names ids, routes and codes, never names, contents or addresses
 * of people; the audit trail in the database is where acts have owners.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
    serializers: { err: describeError },
  });
}

/** An error without what people may have typed: validation messages can quote input. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  return { type: error.name, message: error.message, stack: error.stack };
}
