import { z } from 'zod';
import { Id } from '../ids.ts';
import { inHall, runners, staff } from './access.ts';
import { Flag, Instant, Line, OptionalLine, editOf, listOf, recordFields } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';
import { RuleSet, RuleSetDraft } from './rules.ts';

const catalogueQuery = z.object({ includeClosed: Flag });

// Rooms

export const RoomDraft = z.object({
  name: Line,
  location: OptionalLine,
  seats: z.number().int().min(0).max(5000),
});
export const Room = RoomDraft.extend(recordFields);
export type Room = z.infer<typeof Room>;

export const listRooms = route({
  method: 'GET',
  path: '/api/rooms',
  summary: 'Meeting rooms, by name',
  who: staff,
  query: catalogueQuery,
  response: listOf(Room),
});
export const createRoom = route({
  method: 'POST',
  path: '/api/rooms',
  summary: 'Add a meeting room',
  who: staff,
  body: RoomDraft,
  response: Room,
});
export const updateRoom = route({
  method: 'PUT',
  path: '/api/rooms/:roomId',
  summary: 'Change, close or reopen a meeting room',
  who: staff,
  params: z.object({ roomId: Id }),
  body: editOf(RoomDraft),
  response: Room,
});

// Bodies

export const bodyRoles = ['chair', 'vice_chair', 'member'] as const;
export const BodyRole = z.enum(bodyRoles);
export type BodyRole = z.infer<typeof BodyRole>;

const BodyMemberDraft = z.object({
  personId: Id,
  role: BodyRole,
  /** What the vote counts where the rules weigh votes; 1 when left out. */
  weight: z.number().int().min(1).max(1_000_000).optional(),
});
export const BodyMember = BodyMemberDraft.extend({
  fullName: z.string(),
  office: z.string(),
  weight: z.number().int().positive(),
});
export const BodyDraft = z.object({
  name: Line,
  organisationId: Id.nullable(),
  /** In the order of seats. Exactly one chair (`body_needs_chair`), nobody twice. */
  members: z.array(BodyMemberDraft).min(1).max(2000),
  ruleSet: RuleSetDraft,
});
export const Body = BodyDraft.extend({
  ...recordFields,
  members: z.array(BodyMember),
  ruleSet: RuleSet,
});
export type Body = z.infer<typeof Body>;

export const listBodies = route({
  method: 'GET',
  path: '/api/bodies',
  summary: 'Bodies with their members and rules in force',
  who: staff,
  query: catalogueQuery,
  response: listOf(Body),
});
export const createBody = route({
  method: 'POST',
  path: '/api/bodies',
  summary: 'Add a body with members and rules',
  who: staff,
  body: BodyDraft,
  response: Body,
});
export const updateBody = route({
  method: 'PUT',
  path: '/api/bodies/:bodyId',
  summary: 'Change a body; changed rules become a new version, earlier polls keep theirs',
  who: staff,
  params: z.object({ bodyId: Id }),
  body: editOf(BodyDraft),
  response: Body,
});

// Meetings

export const meetingKinds = ['regular', 'thematic', 'urgent'] as const;
export const meetingStates = ['planned', 'open', 'closed', 'cancelled'] as const;
export const MeetingState = z.enum(meetingStates);
export type MeetingState = z.infer<typeof MeetingState>;
export const participantRoles = ['chair', 'member', 'guest'] as const;
export const ParticipantRole = z.enum(participantRoles);
export type ParticipantRole = z.infer<typeof ParticipantRole>;

const AgendaItemDraft = z.object({
  /** Missing for a new item; kept for one that stands already, so that polls stay linked to it. */
  id: Id.optional(),
  title: Line,
  presenter: OptionalLine,
  minutes: z.number().int().min(0).max(600),
});
export const AgendaItem = AgendaItemDraft.extend({ id: Id });
export type AgendaItem = z.infer<typeof AgendaItem>;

const ParticipantDraft = z.object({
  personId: Id,
  role: ParticipantRole,
  seat: z.string().trim().max(20),
});
export const Participant = ParticipantDraft.extend({
  fullName: z.string(),
  office: z.string(),
  organisationName: z.string().nullable(),
});
export type Participant = z.infer<typeof Participant>;

/** `auto` follows the meeting; the others hold one view until the secretary lets go. */
export const screenViews = [
  'auto',
  'agenda',
  'speaker',
  'share',
  'roll',
  'seats',
  'vote',
  'blank',
] as const;
export const ScreenView = z.enum(screenViews);
export type ScreenView = z.infer<typeof ScreenView>;

/** The secretary opens the roll before its time, closes it or opens it again; else it goes by the times. */
export const checkInsByHand = ['open', 'closed'] as const;
export type CheckInsByHand = (typeof checkInsByHand)[number];

const MeetingFields = z.object({
  bodyId: Id,
  title: Line,
  kind: z.enum(meetingKinds),
  roomId: Id.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  agenda: z.array(AgendaItemDraft).max(100),
  /** Exactly one chair (`body_needs_chair`), nobody twice. */
  participants: z.array(ParticipantDraft).min(1).max(2000),
});
const endsAfterStart = {
  path: ['endsAt'],
  message: 'must be after the start',
};
export const MeetingDraft = MeetingFields.refine((m) => m.endsAt > m.startsAt, endsAfterStart);
const MeetingEdit = MeetingFields.extend({ revision: z.number().int() }).refine(
  (m) => m.endsAt > m.startsAt,
  endsAfterStart,
);
export type MeetingDraft = z.infer<typeof MeetingDraft>;

export const MeetingSummary = z.object({
  id: Id,
  bodyId: Id,
  bodyName: z.string(),
  title: z.string(),
  kind: z.enum(meetingKinds),
  roomId: Id.nullable(),
  roomName: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  state: MeetingState,
  /** The caller's part in it; null for staff who do not take part. */
  myRole: ParticipantRole.nullable(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;
export const Meeting = MeetingSummary.extend({
  revision: z.number().int(),
  agenda: z.array(AgendaItem),
  currentAgendaItemId: Id.nullable(),
  /** Since when the present item is on; its clock runs from here. */
  currentItemSince: Instant.nullable(),
  /** What the big screen of the room shows. */
  screenView: ScreenView,
  participants: z.array(Participant),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
});
export type Meeting = z.infer<typeof Meeting>;
const meetingParams = z.object({ meetingId: Id });

export const listMeetings = route({
  method: 'GET',
  path: '/api/meetings',
  summary: 'Meetings of the caller; all of them for the staff. Newest first',
  who: ['person'],
  response: listOf(MeetingSummary),
});
export const getMeeting = route({
  method: 'GET',
  path: '/api/meetings/:meetingId',
  summary: 'One meeting with agenda and participants',
  who: inHall,
  params: meetingParams,
  response: Meeting,
});
export const createMeeting = route({
  method: 'POST',
  path: '/api/meetings',
  summary: 'Plan a meeting of a body',
  who: staff,
  body: MeetingDraft,
  response: Meeting,
});
export const updateMeeting = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId',
  summary: 'Change a planned or open meeting',
  who: staff,
  params: meetingParams,
  body: MeetingEdit,
  response: Meeting,
});
export const setMeetingState = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/state',
  summary: 'Open, close or cancel a meeting (planned → open → closed; planned → cancelled)',
  who: runners,
  params: meetingParams,
  body: z.object({ state: MeetingState }),
  response: Meeting,
});
export const setCurrentAgendaItem = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/current-agenda-item',
  summary: 'Move the meeting to an item of the agenda',
  who: runners,
  params: meetingParams,
  body: z.object({ agendaItemId: Id.nullable() }),
  response: Meeting,
});

export const extendAgendaItem = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/agenda/:agendaItemId/extend',
  summary: 'Give an item of the agenda more minutes',
  who: runners,
  params: z.object({ meetingId: Id, agendaItemId: Id }),
  body: z.object({ minutes: z.number().int().min(1).max(240) }),
  response: Meeting,
});
export const setScreenView = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/screen-view',
  summary: 'Choose what the big screen shows',
  who: runners,
  params: meetingParams,
  body: z.object({ view: ScreenView }),
  response: Meeting,
});

// Live

export const enterMeeting = action({
  name: 'meeting:enter',
  summary: 'Follow a meeting: notices about it arrive from now on',
  who: [...inHall, 'kiosk'],
  request: z.object({ meetingId: Id }),
  response: z.object({ serverTime: Instant }),
});
export const leaveMeeting = action({
  name: 'meeting:leave',
  summary: 'Stop following a meeting',
  who: [...inHall, 'kiosk'],
  request: z.object({ meetingId: Id }),
  response: z.object({ left: z.literal(true) }),
});
/**
 * How the meeting stands now; small, for it goes to everyone. Only a `revision` that is higher than the known one
 * means that agenda or participants were edited and have to be read again.
 */
export const meetingChanged = notice({
  name: 'meeting:changed',
  summary: 'Something about the meeting itself changed',
  data: z.object({
    meetingId: Id,
    revision: z.number().int(),
    state: MeetingState,
    currentAgendaItemId: Id.nullable(),
    currentItemSince: Instant.nullable(),
    screenView: ScreenView,
  }),
});
