import type { AttendanceService } from '../attendance/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { IdentityService } from '../identity/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { OpinionsService } from '../opinions/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { VotingService } from '../voting/service.ts';

/** What demo data is loaded through: the doors that people use. */
export interface DemoDeps {
  services: {
    audit: AuditService;
    identity: IdentityService;
    meetings: MeetingsService;
    attendance: AttendanceService;
    voting: VotingService;
    opinions: OpinionsService;
  };
  database: Database;
  clock: Clock;
}
