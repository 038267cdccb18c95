import type { AuditService } from '../audit/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Once } from '../platform/idempotency.ts';
import type { Keys } from '../platform/keys.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Limits } from './limits.ts';

/** What the services of this slice work with. */
export interface IdentityDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  keys: Keys;
  logger: Logger;
  limits: Limits;
  sessionHours: number;
}

/**
 * For actions that carry a password. The fingerprint of a request is kept, and a plain hash of a password
 * could be guessed fast by whoever reads the database; under the server's key it cannot.
 */
export const onceWithSecret = (keys: Keys, once: Once): Once => ({
  ...once,
  fingerprint: keys.mac('request with a secret', once.fingerprint),
});
