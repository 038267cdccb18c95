import { desc, eq } from 'drizzle-orm';
import type { NetworkReport } from '../../models/contracts/network.ts';
import type { Id } from '../../models/ids.ts';
import { people } from '../../models/tables/identity.ts';
import { networkReports } from '../../models/tables/network.ts';
import type { Db } from '../platform/database.ts';

const { id, meetingId, personId, at, findings } = networkReports;

/** In place of an earlier one of the same person. */
export async function saveReport(
  tx: Db,
  report: typeof networkReports.$inferInsert,
): Promise<void> {
  const { id: newest, at: moment, findings: found } = report;
  await tx
    .insert(networkReports)
    .values(report)
    .onConflictDoUpdate({
      target: [meetingId, personId],
      set: { id: newest, at: moment, findings: found },
    });
}

/** Newest first; ids are sorted by time. */
export async function readReports(db: Db, ofMeeting: Id): Promise<NetworkReport[]> {
  return db
    .select({ id, meetingId, personId, fullName: people.fullName, at, findings })
    .from(networkReports)
    .innerJoin(people, eq(people.id, personId))
    .where(eq(meetingId, ofMeeting))
    .orderBy(desc(id));
}
