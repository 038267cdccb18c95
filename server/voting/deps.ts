import type { AttendanceService } from '../attendance/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { LedgerService } from '../ledger/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Id } from '../../models/ids.ts';

export interface VotingDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  ledger: LedgerService;
  meetings: Pick<
    MeetingsService,
    'meetingOf' | 'stateOf' | 'participantsOf' | 'bodyRules' | 'admitViewer' | 'onBeforeClose'
  >;
  attendance: Pick<AttendanceService, 'votersOf'>;
  /** Whether any browser of the person follows the meeting now. */
  follows(personId: Id, meetingId: Id): boolean;
  logger: Pick<Logger, 'warn' | 'error'>;
}
