import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { ChatMessage } from '../../models/contracts/chat.ts';
import type { Id } from '../../models/ids.ts';
import { chatMessages } from '../../models/tables/chat.ts';
import { people } from '../../models/tables/identity.ts';
import type { Db } from '../platform/database.ts';

const { id, meetingId, fromId, audience, toId, text, at } = chatMessages;

export async function appendMessage(
  tx: Db,
  message: typeof chatMessages.$inferInsert,
): Promise<void> {
  await tx.insert(chatMessages).values(message);
}

interface Page {
  meetingId: Id;
  /** Null for the staff, who read everything. */
  readerId: Id | null;
  before: Id | undefined;
  limit: number;
}

/** Newest first; ids are sorted by time. */
export async function readMessages(db: Db, page: Page): Promise<ChatMessage[]> {
  const { readerId, before, limit } = page;
  const readable =
    readerId === null
      ? undefined
      : or(eq(audience, 'all'), eq(fromId, readerId), eq(toId, readerId));
  const older = before === undefined ? undefined : lt(id, before);
  return db
    .select({ id, meetingId, fromId, fromName: people.fullName, audience, toId, text, at })
    .from(chatMessages)
    .innerJoin(people, eq(people.id, fromId))
    .where(and(eq(meetingId, page.meetingId), readable, older))
    .orderBy(desc(id))
    .limit(limit);
}
