import type { Body, BodyRole, Meeting, MeetingDraft } from '../../models/contracts/meetings.ts';
import { type RuleSetDraft, peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import type { Id } from '../../models/ids.ts';
import { type MeetingsService, createMeetingsService } from '../meetings/service.ts';
import type { Caller } from '../platform/caller.ts';
import { type Chamber, addPeople, openChamber, personCaller } from './chamber.ts';

/** A chamber with people on file and the meetings of a body. */
export interface Hall extends Chamber {
  meetings: MeetingsService;
  secretaryId: Id;
  /** The first of them chairs. */
  memberIds: Id[];
  /** A request of the secretary. */
  secretary(): Caller;
  bodyDraft(ruleSet?: RuleSetDraft): BodyDraft;
  newBody(ruleSet?: RuleSetDraft): Promise<Body>;
  /** The chair, all other members, and the secretary as a guest. */
  meetingDraft(bodyId: Id): MeetingDraft;
  /** A planned meeting of a new body, with what is given in place of the draft's. */
  newMeeting(changes?: Partial<MeetingDraft>): Promise<Meeting>;
}

interface BodyDraft {
  name: string;
  organisationId: Id | null;
  members: { personId: Id; role: BodyRole }[];
  ruleSet: RuleSetDraft;
}

/** @param members how many the body has, the chair counted in */
export async function openHall(members: number): Promise<Hall> {
  const chamber = openChamber();
  const meetings = createMeetingsService(chamber);
  const [secretaryId = ''] = await addPeople(chamber, 1, 'secretariat');
  const memberIds = await addPeople(chamber, members);
  const secretary = () => personCaller(secretaryId, { systemRole: 'secretariat' });
  const bodyDraft = (ruleSet = peoplesCommitteeRules) => draftBody(memberIds, ruleSet);
  const newBody = (ruleSet?: RuleSetDraft) => meetings.createBody(secretary(), bodyDraft(ruleSet));
  const meetingDraft = (bodyId: Id) => draftMeeting(bodyId, memberIds, secretaryId);
  return {
    ...chamber,
    meetings,
    secretaryId,
    memberIds,
    secretary,
    bodyDraft,
    newBody,
    meetingDraft,
    async newMeeting(changes = {}) {
      const bodyId = changes.bodyId ?? (await newBody()).id;
      return meetings.createMeeting(secretary(), { ...meetingDraft(bodyId), ...changes });
    },
  };
}

/** The first chairs. */
const roleAt = (index: number): 'chair' | 'member' => (index === 0 ? 'chair' : 'member');

function draftBody(memberIds: readonly Id[], ruleSet: RuleSetDraft): BodyDraft {
  const members = memberIds.map((personId, index) => ({ personId, role: roleAt(index) }));
  return { name: 'UBND phường', organisationId: null, members, ruleSet };
}

function draftMeeting(bodyId: Id, memberIds: readonly Id[], secretaryId: Id): MeetingDraft {
  return {
    bodyId,
    title: 'Phiên họp thường kỳ tháng 3',
    kind: 'regular',
    roomId: null,
    startsAt: '2026-03-02T01:30:00Z',
    endsAt: '2026-03-02T04:00:00Z',
    agenda: [
      { title: 'Báo cáo', presenter: 'Văn phòng', minutes: 10 },
      { title: 'Biểu quyết', presenter: '', minutes: 5 },
    ],
    participants: [
      ...memberIds.map((personId, index) => ({
        personId,
        role: roleAt(index),
        seat: `A${index + 1}`,
      })),
      { personId: secretaryId, role: 'guest' as const, seat: '' },
    ],
  };
}
