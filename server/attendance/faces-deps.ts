import { AppError } from '../../models/errors.ts';
import type { AuditService } from '../audit/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import type { Logger } from '../platform/logger.ts';
import type { FaceService } from './face/face-service.ts';
import type { OpenedTemplates } from './gallery.ts';

/** What enrolment, consent and deletion work with. */
export interface FacesDeps {
  database: Database;
  clock: Clock;
  audit: AuditService;
  keys: Keys;
  logger: Logger;
  /** How long consent lasts, days. */
  config: { face: { retentionDays: number } };
  /** Null while the recognition service is off or still starting. */
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

/** @throws AppError `face_unavailable` */
export function running({ face }: Pick<FacesDeps, 'face'>): FaceService {
  const service = face();
  if (service === null) throw new AppError('face_unavailable');
  return service;
}
