import { AppError } from '../../models/errors.ts';
import type { AuditService } from '../audit/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';

export interface MeetingsDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  logger: Pick<Logger, 'error'>;
  /** How long the house keeps templates of faces, days: the most that a body may. */
  config: { face: { retentionDays: number } };
}

/** @throws AppError `invalid_input` when any field is at fault */
export function refuseFields(fields: readonly string[]): void {
  if (fields.length > 0)
    throw new AppError('invalid_input', { fields: [...new Set(fields)].slice(0, 50) });
}
