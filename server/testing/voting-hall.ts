import { join } from 'node:path';
import type { RuleSetDraft } from '../../models/contracts/rules.ts';
import type { Choice } from '../../models/contracts/voting.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createAdmissionService } from '../admission/service.ts';
import { createAttendanceService } from '../attendance/service.ts';
import { createFloorService } from '../floor/service.ts';
import { createMeetingsService } from '../meetings/service.ts';
import type { Caller } from '../platform/caller.ts';
import { loadKeys } from '../platform/keys.ts';
import { createVotingService } from '../voting/service.ts';
import { type Chamber, personCaller } from './chamber.ts';
import { type Hall, openHall } from './hall.ts';

/** The services that a vote needs, on the data of a chamber. */
export function votingServices(chamber: Chamber) {
  const meetings = createMeetingsService(chamber);
  const keys = loadKeys(join(chamber.dataDir, 'master.key'));
  const admission = createAdmissionService({ ...chamber, meetings });
  const attendance = createAttendanceService({ ...chamber, meetings, admission, keys });
  const floor = createFloorService({ ...chamber, meetings, attendance });
  const voting = createVotingService({ ...chamber, meetings, attendance });
  return { meetings, admission, attendance, floor, voting };
}

type Services = ReturnType<typeof votingServices>;

/** An open meeting of a body whose members can be checked in and vote. */
export interface VotingHall extends Hall, Services {
  meetingId: Id;
  /** The chair, asking as chair. */
  chair(): Caller;
  member(index: number, requestId?: Id): Caller;
  checkIn(members: readonly number[]): Promise<void>;
  newPoll(question?: string): Promise<Id>;
  /** A poll that is open, for those who are checked in. */
  openedPoll(): Promise<Id>;
  cast(pollId: Id, member: number, choice: Choice, requestId?: Id): ReturnType<Cast>;
}
type Cast = Services['voting']['cast'];

export async function openVotingHall(members: number, rules?: RuleSetDraft): Promise<VotingHall> {
  const hall = await openHall(members);
  const services = votingServices(hall);
  const { meetings, attendance, voting } = services;
  const body = await hall.newBody(rules);
  const { id: meetingId } = await hall.newMeeting({ bodyId: body.id });
  await meetings.setMeetingState(hall.secretary(), meetingId, 'open');
  const idOf = (index: number) => hall.memberIds[index] ?? '';
  const member = (index: number, requestId: Id = newId()) =>
    personCaller(idOf(index), { meetingRole: index === 0 ? 'chair' : 'member', requestId });
  const newPoll = async (question = 'Thông qua tờ trình?') =>
    (await voting.create(hall.secretary(), meetingId, { question, agendaItemId: null })).id;
  return {
    ...hall,
    ...services,
    meetingId,
    chair: () => member(0),
    member,
    async checkIn(present) {
      for (const index of present)
        await attendance.correct(hall.secretary(), {
          meetingId,
          personId: idOf(index),
          state: 'in_person',
          reason: 'Có mặt',
        });
    },
    newPoll,
    async openedPoll() {
      const pollId = await newPoll();
      await voting.open(hall.secretary(), meetingId, pollId);
      return pollId;
    },
    cast: (pollId, index, choice, requestId) =>
      voting.cast(member(index, requestId), { meetingId, pollId, choice }),
  };
}
