import { join } from 'node:path';
import type { RuleSetDraft } from '../../models/contracts/rules.ts';
import type { Choice, Marks } from '../../models/contracts/ballots.ts';
import type { PollDraft } from '../../models/contracts/voting.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createAdmissionService } from '../admission/service.ts';
import { createAttendanceService } from '../attendance/service.ts';
import { createFloorService } from '../floor/service.ts';
import { createMeetingsService } from '../meetings/service.ts';
import type { Caller } from '../platform/caller.ts';
import { loadKeys } from '../platform/keys.ts';
import { createLedgerService } from '../ledger/service.ts';
import { createVotingService } from '../voting/service.ts';
import { type Chamber, personCaller } from './chamber.ts';
import { type Hall, openHall } from './hall.ts';

/** A motion in an open vote, by the rules of the body. */
export const motionDraft = (changes: Partial<PollDraft> = {}): PollDraft => ({
  question: 'Thông qua tờ trình?',
  agendaItemId: null,
  paper: { kind: 'motion' },
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  ownRules: null,
  ...changes,
});

/**
 * The services that a vote needs, on the data of a chamber.
 * @param follows who has a page of the meeting open
 */
export function votingServices(chamber: Chamber, follows: (personId: Id) => boolean = () => false) {
  const meetings = createMeetingsService(chamber);
  const keys = loadKeys(join(chamber.dataDir, 'master.key'));
  const admission = createAdmissionService({ ...chamber, meetings });
  const attendance = createAttendanceService({ ...chamber, meetings, admission, keys });
  const floor = createFloorService({ ...chamber, meetings, attendance });
  const ledger = createLedgerService({ ...chamber, keys });
  const voting = createVotingService({ ...chamber, meetings, attendance, ledger, follows });
  return { meetings, admission, attendance, floor, ledger, voting };
}

type Services = ReturnType<typeof votingServices>;

/** An open meeting of a body whose members can be checked in and vote. */
export interface VotingHall extends Hall, Services {
  meetingId: Id;
  /** The chair, asking as chair. */
  chair(): Caller;
  member(index: number, requestId?: Id): Caller;
  checkIn(members: readonly number[]): Promise<void>;
  newPoll(draft?: Partial<PollDraft>): Promise<Id>;
  /** A poll that is open, for those who are checked in. */
  openedPoll(draft?: Partial<PollDraft>): Promise<Id>;
  cast(pollId: Id, member: number, choice: Choice, requestId?: Id): ReturnType<Cast>;
  /** Any marks, for oneself or someone else. */
  give(pollId: Id, member: number, marks: Marks, options?: Giving): ReturnType<Cast>;
}
interface Giving {
  /** Whose vote, if not one's own. */
  for?: number;
  requestId?: Id;
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
  const newPoll = async (draft?: Partial<PollDraft>) =>
    (await voting.create(hall.secretary(), meetingId, motionDraft(draft))).id;
  const give: VotingHall['give'] = (pollId, index, marks, { for: other, requestId } = {}) =>
    voting.cast(member(index, requestId), {
      meetingId,
      pollId,
      marks,
      ...(other !== undefined && { voterId: idOf(other) }),
    });
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
    async openedPoll(draft) {
      const pollId = await newPoll(draft);
      await voting.open(hall.secretary(), meetingId, pollId, { revision: 0, seconds: null });
      return pollId;
    },
    give,
    cast: (pollId, index, choice, requestId) =>
      give(pollId, index, { kind: 'motion', choice }, requestId === undefined ? {} : { requestId }),
  };
}
