import type {
  MeetingState,
  Participant,
  ParticipantRole,
} from '../../models/contracts/meetings.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Database, Db } from '../platform/database.ts';
import { countMembers, readWeights, rulesInForce } from './bodies-store.ts';
import { existing } from './meeting.ts';
import {
  findByPin,
  findChair,
  findParticipant,
  findPin,
  readParticipants,
} from './participants-store.ts';
import { isAtHand, takesCheckIns } from './rules.ts';
import { attendanceSettingsOf, readAttendanceSettings } from './settings-store.ts';
import {
  type CommonMeeting,
  type CommonSummary,
  type MeetingHead,
  findHead,
  findRole,
  readComing,
} from './store.ts';

/** What other capabilities ask about meetings; in the transaction of their own act where they bring one. */
export interface MeetingQueries {
  roleOf(personId: Id, meetingId: Id): Promise<ParticipantRole | null>;
  /** The same inside the transaction of an act. */
  roleIn(db: Db, personId: Id, meetingId: Id): Promise<ParticipantRole | null>;
  /** @throws AppError `not_found` */
  meetingOf(db: Db, meetingId: Id): Promise<CommonMeeting>;
  /** The meeting without its lists; cheaper than the whole. @throws AppError `not_found` */
  headOf(db: Db, meetingId: Id): Promise<MeetingHead>;
  /** @throws AppError `not_found` */
  stateOf(db: Db, meetingId: Id): Promise<MeetingState>;
  /** What the trace calls the meeting. @throws AppError `not_found` */
  titleOf(db: Db, meetingId: Id): Promise<string>;
  /** The rules in force, and the number and weight of all members of the meeting's body now. @throws AppError `not_found` */
  bodyRules(
    db: Db,
    meetingId: Id,
  ): Promise<{ ruleSet: RuleSet; members: number; membersWeight: number }>;
  /** What the votes of the body's members count, where its rules weigh votes. @throws AppError `not_found` */
  weightsOf(db: Db, meetingId: Id): Promise<ReadonlyMap<Id, number>>;
  /** In the order of seats. */
  participantsOf(db: Db, meetingId: Id): Promise<Participant[]>;
  /** One of them. @throws AppError `not_found` */
  participantOf(db: Db, meetingId: Id, personId: Id): Promise<Participant>;
  /** Whoever presides. @throws AppError `not_found` */
  chairOf(db: Db, meetingId: Id): Promise<Id>;
  personByPin(db: Db, meetingId: Id, pin: string): Promise<Id | null>;
  /** @throws AppError `not_found` */
  pinOf(db: Db, meetingId: Id, personId: Id): Promise<string>;
  /** Whether check-ins are taken, by the times of the meeting or the secretary's hand. @throws AppError `not_found` */
  takesCheckIns(db: Db, meetingId: Id, now: string): Promise<boolean>;
  /**
   * Meetings that are open or about to start.
   * @param roomId null for those of every room
   */
  currentInRoom(db: Db, roomId: Id | null, now: string): Promise<CommonSummary[]>;
}

export function createMeetingQueries(database: Database): MeetingQueries {
  return {
    roleOf: (personId, meetingId) => findRole(database.read, personId, meetingId),
    roleIn: findRole,
    meetingOf: existing,
    headOf,
    stateOf: async (db, meetingId) => (await headOf(db, meetingId)).state,
    titleOf: async (db, meetingId) => (await headOf(db, meetingId)).title,
    async bodyRules(db, meetingId) {
      const { bodyId } = await headOf(db, meetingId);
      return {
        ruleSet: await rulesInForce(db, bodyId),
        ...(await countMembers(db, bodyId)),
      };
    },
    weightsOf: async (db, meetingId) => readWeights(db, (await headOf(db, meetingId)).bodyId),
    participantsOf: readParticipants,
    async participantOf(db, meetingId, personId) {
      const participant = await findParticipant(db, meetingId, personId);
      if (participant === undefined) throw new AppError('not_found');
      return participant;
    },
    async chairOf(db, meetingId) {
      const chair = await findChair(db, meetingId);
      if (chair === undefined) throw new AppError('not_found');
      return chair;
    },
    personByPin: findByPin,
    async pinOf(db, meetingId, personId) {
      const pin = await findPin(db, meetingId, personId);
      if (pin === undefined) throw new AppError('not_found');
      return pin;
    },
    takesCheckIns: async (db, meetingId, now) =>
      takesCheckIns(await headOf(db, meetingId), await attendanceSettingsOf(db, meetingId), now),
    async currentInRoom(db, roomId, now) {
      const coming = await readComing(db, roomId);
      const settingsOf = await readAttendanceSettings(db);
      return coming
        .filter((meeting) => isAtHand(meeting, settingsOf(meeting.bodyId), now))
        .map(({ openedAt: _openedAt, checkInsByHand: _byHand, ...meeting }) => meeting);
    },
  };
}

async function headOf(db: Db, meetingId: Id) {
  const head = await findHead(db, meetingId);
  if (head === undefined) throw new AppError('not_found');
  return head;
}
