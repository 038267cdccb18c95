import { and, desc, eq, ne } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { presenceChecks } from '../../models/tables/attendance.ts';
import type { Db } from '../platform/database.ts';

export type PresenceRow = typeof presenceChecks.$inferSelect;

export async function appendPresence(tx: Db, row: PresenceRow): Promise<void> {
  await tx.insert(presenceChecks).values(row);
}

/** What came of it last for one person. A face that was not theirs counts only where `tried` asks for it. */
export async function lastPresence(
  db: Db,
  meetingId: Id,
  personId: Id,
  { tried = true } = {},
): Promise<PresenceRow | null> {
  const [row] = await db
    .select()
    .from(presenceChecks)
    .where(
      and(
        eq(presenceChecks.meetingId, meetingId),
        eq(presenceChecks.personId, personId),
        tried ? undefined : ne(presenceChecks.outcome, 'different'),
      ),
    )
    .orderBy(desc(presenceChecks.id))
    .limit(1);
  return row ?? null;
}

/** In the order in which they came. */
export async function readPresence(db: Db, meetingId: Id): Promise<PresenceRow[]> {
  return db
    .select()
    .from(presenceChecks)
    .where(eq(presenceChecks.meetingId, meetingId))
    .orderBy(presenceChecks.id);
}
