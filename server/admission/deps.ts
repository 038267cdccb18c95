import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';

export interface AdmissionDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  logger: Logger;
  meetings: Pick<MeetingsService, 'headOf' | 'stateOf' | 'participantOf' | 'onEdit'>;
}
