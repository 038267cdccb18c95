import { watchLines } from './attendance/leaving.ts';
import { checkAtStart } from './ledger/at-start.ts';
import { watchSlips } from './opinions/service.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import { startHousekeeping } from './platform/housekeeping.ts';
import type { Logger } from './platform/logger.ts';
import { startEnding } from './voting/service.ts';

/** What a duty needs of each capability. */
interface DutyDeps {
  database: Database;
  clock: Clock;
  logger: Logger;
  follows: Parameters<typeof watchLines>[0]['follows'];
  identity: { forgetExpiredSessions(): Promise<unknown> };
  enrolment: { forgetClosedPeople(): Promise<unknown>; forgetExpired(): Promise<unknown> };
  recordings: { forgetOld(): Promise<unknown> };
  attendance: Parameters<typeof watchLines>[0]['attendance'];
  media: Parameters<typeof watchLines>[0]['media'];
  voting: Parameters<typeof startEnding>[0];
  opinions: Parameters<typeof watchSlips>[0]['opinions'] & { forgetStrayFiles(): Promise<unknown> };
  records: Parameters<typeof checkAtStart>[0];
}

/** What the server does by itself as long as it runs: forgets, looks who is still there, closes what is over. */
export function startDuties(deps: DutyDeps): { stop(): Promise<void> } {
  const { identity, enrolment, recordings, opinions, voting, records, logger } = deps;
  const checking = checkAtStart(records, logger);
  const housekeeping = startHousekeeping({
    ...deps,
    tasks: [
      identity.forgetExpiredSessions,
      enrolment.forgetClosedPeople,
      enrolment.forgetExpired,
      recordings.forgetOld,
      opinions.forgetStrayFiles,
    ],
  });
  const leaving = watchLines(deps);
  const ending = startEnding(voting, logger);
  const slips = watchSlips(deps);
  return {
    async stop() {
      housekeeping.stop();
      leaving.stop();
      await Promise.all([ending.stop(), slips.stop(), checking.stop()]);
    },
  };
}
