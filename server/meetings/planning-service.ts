import type {
  AgendaItem,
  Meeting,
  MeetingDraft,
  MeetingSummary,
  updateMeeting,
} from '../../models/contracts/meetings.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, isStaff, personOf } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { activePeople, findBody, memberIds } from './bodies-store.ts';
import { type MeetingsDeps, refuseFields } from './deps.ts';
import { ActHooks, type PartOfAct } from './hooks.ts';
import { announce, existing, withMyRole } from './meeting.ts';
import { readPins, saveParticipants } from './participants-store.ts';
import { pinsFor } from './pins.ts';
import { findRoom } from './rooms-store.ts';
import {
  mayEdit,
  needsChair,
  repeatedPeople,
  strangeAgendaItems,
  unknownPeople,
  votersOutsideBody,
} from './rules.ts';
import {
  type CommonMeeting,
  insertMeeting,
  readMeetings,
  saveAgenda,
  saveMeeting,
} from './store.ts';

type Edit = BodyOf<typeof updateMeeting>;

export interface PlanningService {
  listMeetings(caller: Caller): Promise<{ items: MeetingSummary[] }>;
  /** @throws AppError `not_found` */
  getMeeting(caller: Caller, meetingId: Id): Promise<Meeting>;
  /** @throws AppError `invalid_input`, `body_needs_chair` */
  createMeeting(caller: Caller, draft: MeetingDraft): Promise<Meeting>;
  /** @throws AppError `not_found`, `meeting_state`, `conflict`, `invalid_input`, `body_needs_chair` */
  updateMeeting(caller: Caller, meetingId: Id, edit: Edit): Promise<Meeting>;
  /** To take part in the making of a meeting, which is saved when it runs. */
  onCreate(hook: PartOfAct): void;
  /** To take part in an edit of agenda and participants, which are saved when it runs. */
  onEdit(hook: PartOfAct): void;
}

export function createPlanningService(deps: MeetingsDeps): PlanningService {
  const { database, publisher } = deps;
  const onCreate = new ActHooks();
  const onEdit = new ActHooks();
  return {
    async listMeetings(caller) {
      const { personId } = personOf(caller);
      return { items: await readMeetings(database.read, personId, !isStaff(caller)) };
    },
    getMeeting: async (caller, meetingId) =>
      withMyRole(caller, await existing(database.read, meetingId)),
    async createMeeting(caller, draft) {
      const hooks = onCreate.begin();
      const made = await database.write(async (tx) => {
        const id = await addMeeting(deps, tx, caller, draft);
        await hooks.run(tx, id);
        return existing(tx, id);
      }, caller.once);
      hooks.committed();
      return withMyRole(caller, made);
    },
    async updateMeeting(caller, meetingId, edit) {
      const hooks = onEdit.begin();
      const { meeting, removed } = await database.write(async (tx) => {
        const changed = await changeMeeting(deps, tx, caller, meetingId, edit);
        await hooks.run(tx, meetingId);
        return changed;
      }, caller.once);
      await announce(deps, meetingId);
      hooks.committed();
      // After the notice, which is the last that they get.
      for (const personId of removed) publisher.removeFromMeeting(personId, meetingId);
      return withMyRole(caller, meeting);
    },
    onCreate: (hook) => onCreate.add(hook),
    onEdit: (hook) => onEdit.add(hook),
  };
}

async function addMeeting(
  deps: MeetingsDeps,
  tx: Db,
  caller: Caller,
  draft: MeetingDraft,
): Promise<Id> {
  await refuseFaults(tx, draft, null);
  const id = newId();
  await insertMeeting(tx, {
    ...fieldsOf(draft),
    id,
    revision: 0,
    state: 'planned',
    currentAgendaItemId: null,
    currentItemSince: null,
    screenView: 'auto',
    checkInsByHand: null,
    openedAt: null,
    closedAt: null,
  });
  await saveLists(tx, id, draft, [], deps.clock.now());
  await deps.audit.record(tx, caller, {
    action: 'meeting.created',
    subject: draft.title,
    meetingId: id,
    details: { participants: draft.participants.length, agenda: draft.agenda.length },
  });
  return id;
}

async function changeMeeting(
  { audit, clock }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  edit: Edit,
) {
  const current = await existing(tx, meetingId);
  const refusal = mayEdit(current.state);
  if (refusal !== null) throw new AppError(refusal);
  if (current.revision !== edit.revision) throw new AppError('conflict');
  await refuseFaults(tx, edit, current);
  const staying = new Set(edit.participants.map(({ personId }) => personId));
  const removed = current.participants
    .map(({ personId }) => personId)
    .filter((personId) => !staying.has(personId));
  await saveLists(tx, meetingId, edit, removed, clock.now());
  const onAgenda = edit.agenda.some(({ id }) => id === current.currentAgendaItemId);
  await saveMeeting(tx, meetingId, {
    ...fieldsOf(edit),
    revision: current.revision + 1,
    currentAgendaItemId: onAgenda ? current.currentAgendaItemId : null,
    currentItemSince: onAgenda ? current.currentItemSince : null,
  });
  await audit.record(tx, caller, {
    action: 'meeting.updated',
    subject: edit.title,
    meetingId,
    details: {
      participants: edit.participants.length,
      removed: removed.length,
      agenda: edit.agenda.length,
    },
  });
  return { meeting: await existing(tx, meetingId), removed };
}

function fieldsOf({ bodyId, title, kind, roomId, ...times }: MeetingDraft) {
  // In one form, so that text order is time order.
  const startsAt = after(times.startsAt, 0);
  const endsAt = after(times.endsAt, 0);
  return { bodyId, title, kind, roomId, startsAt, endsAt };
}

async function saveLists(
  tx: Db,
  meetingId: Id,
  draft: MeetingDraft,
  removed: readonly Id[],
  now: string,
) {
  const agenda: AgendaItem[] = draft.agenda.map((item) => ({ ...item, id: item.id ?? newId() }));
  await saveAgenda(tx, meetingId, agenda, now);
  const personIds = draft.participants.map(({ personId }) => personId);
  const pins = pinsFor(personIds, await readPins(tx, meetingId));
  const rows = draft.participants.map(({ personId, role, seat }, position) => {
    const pin = pins.get(personId) ?? '';
    return { meetingId, personId, role, seat, position, pin };
  });
  await saveParticipants(tx, meetingId, rows, removed);
}

async function refuseFaults(tx: Db, draft: MeetingDraft, current: CommonMeeting | null) {
  const { agenda, participants } = draft;
  const known = await activePeople(
    tx,
    participants.map(({ personId }) => personId),
  );
  for (const { personId } of current?.participants ?? []) known.add(personId);
  const standing = new Set(current?.agenda.map(({ id }) => id));
  refuseFields([
    ...(await placeFaults(tx, draft, current)),
    ...strangeAgendaItems(agenda, standing),
    ...repeatedPeople('participants', participants),
    ...unknownPeople('participants', participants, known),
    ...votersOutsideBody(participants, await memberIds(tx, draft.bodyId)),
  ]);
  const refusal = needsChair(participants);
  if (refusal !== null) throw new AppError(refusal);
}

/** The body and the room must be in use, and an open meeting stays with its body: its polls go by those rules. */
async function placeFaults(
  tx: Db,
  { bodyId, roomId }: MeetingDraft,
  current: CommonMeeting | null,
): Promise<string[]> {
  const faults: string[] = [];
  if (bodyId !== current?.bodyId) {
    const body = await findBody(tx, bodyId);
    if (body?.closedAt !== null || current?.state === 'open') faults.push('bodyId');
  }
  if (roomId !== null && roomId !== current?.roomId) {
    const room = await findRoom(tx, roomId);
    if (room?.closedAt !== null) faults.push('roomId');
  }
  return faults;
}
