import type {
  AttendanceState,
  Corrected,
  CorrectedTo,
  RollEntry,
  RollHistoryEntry,
} from '../../models/contracts/attendance.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId, timeOfId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import {
  type ChangeRow,
  changeBefore,
  findChange,
  lastPresence,
  newestChangeId,
  readChanges,
} from './changes-store.ts';
import type { Announce } from './notices.ts';
import { evidenceOf, readRoll } from './roll.ts';
import { mayCorrect, needsReason, stateByHand } from './rules.ts';
import type { AttendanceDeps } from './service.ts';
import { type AttendanceRow, findAttendance, saveAttendance } from './store.ts';

export interface Correction {
  meetingId: Id;
  personIds: readonly Id[];
  state: CorrectedTo;
  reason?: string | undefined;
}

/** The secretary's hand on the roll, for one person or several, and back. */
export interface Corrections {
  /**
   * People who are not concerned (who were not there and cannot leave, or who have that state) stay as they are.
   * @throws AppError `meeting_state`, `not_found`, `reason_required`
   */
  correctTogether(caller: Caller, correction: Correction): Promise<Corrected>;
  /** Leaves alone what something has followed, or what someone else did. @throws AppError `meeting_state` */
  undoCorrections(caller: Caller, meetingId: Id, changeIds: readonly Id[]): Promise<Corrected>;
  history(caller: Caller, meetingId: Id, personId: Id): Promise<{ items: RollHistoryEntry[] }>;
}

type Made = { id: Id; personId: Id };

export function createCorrections(deps: AttendanceDeps, announce: Announce): Corrections {
  const { database, meetings } = deps;
  const answer = async (meetingId: Id, made: readonly Made[]): Promise<Corrected> => {
    const changed = new Set(made.map(({ personId }) => personId));
    const { entries } = await readRoll(database.read, meetings, meetingId);
    const concerned = entries.filter(({ personId }) => changed.has(personId));
    tell(announce, meetingId, concerned);
    return { entries: concerned, changeIds: made.map(({ id }) => id) };
  };
  return {
    async correctTogether(caller, correction) {
      const made = await database.write(
        (tx) => correctIn(deps, tx, caller, correction),
        caller.once,
      );
      return answer(correction.meetingId, made);
    },
    async undoCorrections(caller, meetingId, changeIds) {
      const made = await database.write(
        (tx) => undoIn(deps, tx, caller, meetingId, changeIds),
        caller.once,
      );
      return answer(meetingId, made);
    },
    async history(_caller, meetingId, personId) {
      await meetings.participantOf(database.read, meetingId, personId);
      const changes = await readChanges(database.read, meetingId, personId);
      return {
        items: changes.map((change, index) => {
          const { id, state, at } = change;
          const isBack = changes.slice(index + 1).some((older) => isSame(older, change));
          const restoredAt = isBack ? timeOfId(id) : null;
          // Only who made a correction takes it back, and only while nothing has followed: see `undoIn`.
          const restoredByName = isBack ? (changes[index + 1]?.byName ?? null) : null;
          return { id, state, at, restoredAt, restoredByName, ...evidenceOf(change) };
        }),
      };
    },
  };
}

/** What is taken back brings the line of before again, to the letter. */
const isSame = (one: ChangeRow, other: ChangeRow): boolean =>
  one.at === other.at && one.state === other.state && one.method === other.method;

function tell(announce: Announce, meetingId: Id, entries: readonly RollEntry[]) {
  for (const entry of entries) announce(meetingId, entry);
}

async function correctIn(
  deps: AttendanceDeps,
  tx: Db,
  caller: Caller,
  { meetingId, personIds, state: to, reason }: Correction,
): Promise<Made[]> {
  await refuseOver(deps, tx, meetingId);
  if (needsReason(to) && reason === undefined) throw new AppError('reason_required');
  const made: Made[] = [];
  for (const personId of new Set(personIds)) {
    const earlier = await findAttendance(tx, meetingId, personId);
    const before = to === 'returned' ? await lastPresence(tx, meetingId, personId) : undefined;
    const state = stateByHand(to, earlier?.state ?? 'not_yet', before?.state);
    if (state === null) continue;
    const row = byHand(deps, caller, { meetingId, personId, state, reason: reason ?? null });
    made.push({ id: await keep(deps, tx, caller, row), personId });
  }
  return made;
}

async function undoIn(
  deps: AttendanceDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  changeIds: readonly Id[],
): Promise<Made[]> {
  await refuseOver(deps, tx, meetingId);
  const made: Made[] = [];
  for (const changeId of new Set(changeIds)) {
    const change = await findChange(tx, changeId);
    if (change?.meetingId !== meetingId || change.byPersonId !== personOf(caller).personId)
      continue;
    const { personId } = change;
    if ((await newestChangeId(tx, meetingId, personId)) !== changeId) continue;
    const before = await changeBefore(tx, change);
    const nothing = { meetingId, personId, state: 'not_yet' as const, reason: null };
    const { id: _id, ...row } = before ?? { id: '', ...byHand(deps, caller, nothing) };
    made.push({ id: await keep(deps, tx, caller, row, { undone: true }), personId });
  }
  return made;
}

/** The roll of a meeting that was cancelled says nothing. */
async function refuseOver({ meetings }: AttendanceDeps, tx: Db, meetingId: Id) {
  const refusal = mayCorrect(await meetings.stateOf(tx, meetingId));
  if (refusal !== null) throw new AppError(refusal);
}

interface ByHand {
  meetingId: Id;
  personId: Id;
  state: AttendanceState;
  reason: string | null;
}

const byHand = ({ clock }: AttendanceDeps, caller: Caller, line: ByHand): AttendanceRow => ({
  ...line,
  method: 'manual',
  score: null,
  deviceId: null,
  byPersonId: personOf(caller).personId,
  liveness: null,
  challenged: false,
  at: clock.now(),
  receivedAt: null,
});

async function keep(
  { audit, meetings }: AttendanceDeps,
  tx: Db,
  caller: Caller,
  row: AttendanceRow,
  more: { undone?: true } = {},
): Promise<Id> {
  const { meetingId, personId, state, reason } = row;
  const { fullName: subject } = await meetings.participantOf(tx, meetingId, personId);
  const id = newId();
  await saveAttendance(tx, id, row);
  await audit.record(tx, caller, {
    action: 'attendance.corrected',
    subject,
    meetingId,
    details: { state, ...(reason !== null && { reason }), ...more },
  });
  return id;
}
