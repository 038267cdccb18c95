import type { AuditAction, AuditEntry, listAudit } from '../../models/contracts/audit.ts';
import type { QueryOf } from '../../models/contracts/route.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/database.ts';
import {
  type NewAuditEntry,
  appendEntry,
  linkPeople,
  readEntries,
  readEntriesAbout,
} from './store.ts';

/** An act to be traced. Details hold facts, never secrets, ballots' choices or pictures. */
interface Act {
  action: AuditAction;
  /** What was acted on, in words for people. */
  subject: string;
  meetingId?: Id;
  details?: NewAuditEntry['details'];
  /** The people whose data it touched: each sees it on their own page. */
  about?: readonly Id[];
}

export interface AuditService {
  /** Writes the trace in the transaction of the act itself: there is no act without its trace. */
  record(tx: Db, by: Identity | 'system', act: Act): Promise<void>;
  /** What was done with the data of one person, newest first. */
  entriesAbout(db: Db, personId: Id, limit: number): Promise<AuditEntry[]>;
  list(query: QueryOf<typeof listAudit>): Promise<{ items: AuditEntry[]; next: Id | null }>;
}

export function createAuditService({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): AuditService {
  return {
    async record(tx, by, { action, subject, meetingId, details, about = [] }) {
      const id = newId();
      await appendEntry(tx, {
        id,
        at: clock.now(),
        ...actorOf(by),
        action,
        subject,
        meetingId: meetingId ?? null,
        details: details ?? {},
      });
      if (about.length > 0) await linkPeople(tx, id, about);
    },
    entriesAbout: (db, personId, limit) => readEntriesAbout(db, personId, limit),
    async list(query) {
      const items = await readEntries(database.read, { ...query, limit: query.limit + 1 });
      const page = items.slice(0, query.limit);
      return { items: page, next: items.length > page.length ? (page.at(-1)?.id ?? null) : null };
    },
  };
}

function actorOf(
  by: Identity | 'system',
): Pick<NewAuditEntry, 'actorKind' | 'actorId' | 'actorName'> {
  if (by === 'system') return { actorKind: 'system', actorId: null, actorName: 'Hệ thống' };
  const { person, device } = by;
  if (person !== null)
    return { actorKind: 'person', actorId: person.personId, actorName: person.fullName };
  if (device !== null)
    return { actorKind: 'device', actorId: device.deviceId, actorName: device.name };
  return { actorKind: 'nobody', actorId: null, actorName: '' };
}
