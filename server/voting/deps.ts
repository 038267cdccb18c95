import type { AttendanceService } from '../attendance/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Publisher } from '../platform/publisher.ts';

export interface VotingDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  meetings: Pick<
    MeetingsService,
    'meetingOf' | 'stateOf' | 'bodyRules' | 'admitViewer' | 'onBeforeClose'
  >;
  attendance: Pick<AttendanceService, 'presentVoters'>;
}
