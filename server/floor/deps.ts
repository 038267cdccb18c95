import type { AttendanceService } from '../attendance/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Publisher } from '../platform/publisher.ts';

export interface FloorDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  meetings: Pick<
    MeetingsService,
    'headOf' | 'roleIn' | 'chairOf' | 'participantOf' | 'admitViewer' | 'onBeforeClose' | 'onEdit'
  >;
  attendance: Pick<AttendanceService, 'stateOf' | 'onChanged'>;
}
