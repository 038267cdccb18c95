import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { VotingService } from '../voting/service.ts';
import type { BallotChecker } from './ballot-checker.ts';

export interface ElectionsDeps {
  database: Database;
  clock: Clock;
  publisher: Pick<Publisher, 'toMeeting' | 'toPerson'>;
  logger: Pick<Logger, 'warn' | 'error'>;
  voting: Pick<
    VotingService,
    | 'useBox'
    | 'verifiablePoll'
    | 'electorate'
    | 'mayTakePart'
    | 'tookPart'
    | 'settle'
    | 'settled'
    | 'counted'
    | 'traced'
  >;
  checker: BallotChecker;
}
