import { type FloorEntry, floorChanged } from '../../models/contracts/floor.ts';
import type { AuditAction, AuditEntry } from '../../models/contracts/audit.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { MeetingHead } from '../meetings/service.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { FloorDeps } from './deps.ts';
import type { Rights } from './rights.ts';
import type { Change, Queue } from './rules.ts';
import { type FloorRules, readQueue, readRules, saveEntries, saveRules } from './store.ts';

/** As many as one notice holds. */
const mostInNotice = 500;

/** What is decided about one entry, and how it is traced. */
export interface Decision {
  change: Change;
  /** The entry that the act is about, which it answers with. */
  entryId: Id;
  action: Extract<AuditAction, `floor.${string}`>;
  details?: AuditEntry['details'];
}

/** What an act made of a floor, to be told after the commit. */
export interface Made {
  meetingId: Id;
  rules: FloorRules;
  changed: readonly FloorEntry[];
}

export type Decide = (tx: Db, queue: Queue, meeting: MeetingHead) => Promise<Decision>;
/** One act on the floor of an open meeting: load, decide, save, trace, tell. */
export type Act = (caller: Caller, meetingId: Id, decide: Decide) => Promise<FloorEntry>;

export function createAct(deps: FloorDeps, rights: Rights): Act {
  const { database, meetings } = deps;
  return async (caller, meetingId, decide) => {
    // Stays empty when the request is a repeated one: then nothing has changed.
    const made: Made[] = [];
    const answer = await database.write(async (tx) => {
      const meeting = await meetings.headOf(tx, meetingId);
      if (meeting.state !== 'open') throw new AppError('meeting_not_open');
      const queue = await readQueue(tx, meetingId);
      const decision = await decide(tx, queue, meeting);
      if (typeof decision.change === 'string') throw new AppError(decision.change);
      made.push(await save(tx, meetingId, decision.change));
      return trace(deps, tx, caller, meetingId, decision.change, decision);
    }, caller.once);
    for (const one of made) tell(deps, rights, one);
    return answer;
  };
}

/** Keeps the entries and counts the change. */
export async function save(
  tx: Db,
  meetingId: Id,
  changed: readonly FloorEntry[],
  wanted: Partial<FloorRules> = {},
): Promise<Made> {
  const earlier = await readRules(tx, meetingId);
  // A leap tells those who follow that the notice does not hold everything.
  const step = changed.length > mostInNotice ? 2 : 1;
  const rules = { ...earlier, ...wanted, version: earlier.version + step };
  await saveRules(tx, meetingId, rules);
  await saveEntries(tx, meetingId, changed);
  return { meetingId, rules, changed };
}

export function tell(
  { publisher }: FloorDeps,
  rights: Rights,
  { meetingId, rules, changed }: Made,
): void {
  const notice = { meetingId, ...rules, changed: changed.slice(0, mostInNotice) };
  publisher.toMeeting(meetingId, floorChanged, notice);
  const speakerChanged = changed.some(({ startedAt }) => startedAt !== null);
  if (rules.mode === 'chaired' && speakerChanged) rights.changed(meetingId);
}

async function trace(
  { audit, meetings }: FloorDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  changed: readonly FloorEntry[],
  { entryId, action, details }: Decision,
): Promise<FloorEntry> {
  const entry = changed.find(({ id }) => id === entryId);
  if (entry === undefined) throw new Error('a decision without its entry');
  const { fullName: subject } = await meetings.participantOf(tx, meetingId, entry.personId);
  await audit.record(tx, caller, {
    action,
    subject,
    meetingId,
    details: { kind: entry.kind, ...details },
  });
  return entry;
}
