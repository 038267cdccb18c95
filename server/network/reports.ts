import {
  type NetworkFindings,
  type NetworkReport,
  networkReported,
} from '../../models/contracts/network.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Publisher } from '../platform/publisher.ts';
import { readReports, saveReport } from './store.ts';

export interface ReportsDeps {
  database: Database;
  clock: Clock;
  publisher: Pick<Publisher, 'toStaff'>;
  audit: Pick<AuditService, 'record'>;
  meetings: Pick<MeetingsService, 'headOf'>;
}

export interface Reports {
  /** The newest of a person counts. @throws AppError `not_found` */
  sendReport(caller: Caller, meetingId: Id, findings: NetworkFindings): Promise<NetworkReport>;
  /** The newest first. @throws AppError `not_found` */
  listReports(meetingId: Id): Promise<{ items: NetworkReport[] }>;
}

export function createReports(deps: ReportsDeps): Reports {
  const { database, clock, publisher, audit, meetings } = deps;
  return {
    async sendReport(caller, meetingId, findings) {
      const { personId, fullName } = personOf(caller);
      const report = await database.write(async (tx) => {
        const { title } = await meetings.headOf(tx, meetingId);
        const saved = { id: newId(), meetingId, personId, at: clock.now(), findings };
        await saveReport(tx, saved);
        await audit.record(tx, caller, { action: 'network.reported', subject: title, meetingId });
        return { ...saved, fullName };
      }, caller.once);
      publisher.toStaff(networkReported, { meetingId, personId });
      return report;
    },
    async listReports(meetingId) {
      await meetings.headOf(database.read, meetingId);
      return { items: await readReports(database.read, meetingId) };
    },
  };
}
