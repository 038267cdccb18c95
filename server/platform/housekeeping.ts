import { type Clock, after, hours } from './clock.ts';
import type { Database } from './database.ts';
import { forgetAnswersBefore } from './idempotency.ts';
import type { Logger } from './logger.ts';

/** Far longer than any client retries. */
const answersKept = hours(24);

export interface Housekeeping {
  stop(): void;
}

interface HousekeepingOptions {
  database: Database;
  clock: Clock;
  logger: Logger;
  /** What else is to be forgotten in time. */
  tasks: readonly (() => Promise<unknown>)[];
}

/** Drops what has had its time, at the start and every hour. */
export function startHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { database, clock, logger, tasks } = options;
  const forgetAnswers = () =>
    database.write((tx) => forgetAnswersBefore(tx, after(clock.now(), -answersKept)));
  const run = async () => {
    for (const task of [forgetAnswers, ...tasks])
      await task().catch((error: unknown) => logger.error({ err: error }, 'housekeeping failed'));
  };
  void run();
  const timer = setInterval(() => void run(), hours(1));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
