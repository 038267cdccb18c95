import type { Evidence, Quorum, Roll, RollEntry } from '../../models/contracts/attendance.ts';
import type { Participant } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Db } from '../platform/database.ts';
import { isPresent, quorumOf } from './rules.ts';
import {
  type NamedAttendance,
  countPresentVoters,
  findAttendance,
  readAttendance,
} from './store.ts';

/** A participant as a voter. */
export interface RollVoter {
  personId: Id;
  fullName: string;
  office: string;
  isChair: boolean;
  position: number;
  /** What the vote counts, where the body's rules weigh votes. */
  weight: number;
  /** Votes in the body; guests are asked only in polls that bind nobody. */
  isMember: boolean;
  isPresent: boolean;
}

/** The roll as it is on record, with evidence; whoever shows it decides who may see that. */
export async function readRoll(
  db: Db,
  meetings: Pick<MeetingsService, 'participantsOf' | 'bodyRules'>,
  meetingId: Id,
): Promise<Roll> {
  const participants = await meetings.participantsOf(db, meetingId);
  const recorded = new Map((await readAttendance(db, meetingId)).map((row) => [row.personId, row]));
  const entries = participants.map((person) => entryOf(person, recorded.get(person.personId)));
  return { meetingId, entries, quorum: await readQuorum(db, meetings, meetingId) };
}

/** One line of the roll; cheap, since it runs with every check-in. @throws AppError `not_found` */
export async function readEntry(
  db: Db,
  meetings: Pick<MeetingsService, 'participantOf'>,
  meetingId: Id,
  personId: Id,
): Promise<RollEntry> {
  const person = await meetings.participantOf(db, meetingId, personId);
  return entryOf(person, await findAttendance(db, meetingId, personId));
}

/** Cheap as well: it counts and does not read the roll. */
export async function readQuorum(
  db: Db,
  meetings: Pick<MeetingsService, 'bodyRules'>,
  meetingId: Id,
): Promise<Quorum> {
  const { members, ruleSet } = await meetings.bodyRules(db, meetingId);
  return quorumOf(members, await countPresentVoters(db, meetingId), ruleSet.quorum);
}

/** Everyone on the roll as a voter of a poll, in the order of seats. */
export async function readVoters(
  db: Db,
  meetings: Pick<MeetingsService, 'participantsOf' | 'bodyRules' | 'weightsOf'>,
  meetingId: Id,
): Promise<RollVoter[]> {
  const { entries } = await readRoll(db, meetings, meetingId);
  const weights = await meetings.weightsOf(db, meetingId);
  return entries.map(({ personId, fullName, office, role, state }, position) => ({
    personId,
    fullName,
    office,
    isChair: role === 'chair',
    position,
    weight: weights.get(personId) ?? 1,
    isMember: role !== 'guest',
    isPresent: isPresent(state),
  }));
}

/** What anyone in the meeting may see: states, not how they came about. */
export const withoutEvidence = (entry: RollEntry): RollEntry => ({ ...entry, evidence: null });

type Named = Pick<NamedAttendance, keyof Evidence>;

function entryOf(person: Participant, recorded: NamedAttendance | undefined): RollEntry {
  const { personId, fullName, office, organisationName, role, seat } = person;
  const state = recorded?.state ?? 'not_yet';
  const at = recorded?.at ?? null;
  const evidence = recorded === undefined ? null : evidenceOf(recorded);
  return { personId, fullName, office, organisationName, role, seat, state, at, evidence };
}

/** How a state came about. */
export function evidenceOf(recorded: Named): Evidence {
  const { method, score, liveness, challenged, receivedAt, deviceName, byName, reason } = recorded;
  return { method, score, liveness, challenged, receivedAt, deviceName, byName, reason };
}
