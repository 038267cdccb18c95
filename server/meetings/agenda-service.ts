import type { AgendaItem, Meeting, ScreenView } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type MeetingsDeps, refuseFields } from './deps.ts';
import { announce, existing, withMyRole } from './meeting.ts';
import { itemSince, mayEdit, mayExtend } from './rules.ts';
import { type CommonMeeting, saveMeeting, saveMinutes } from './store.ts';

/** What is on, for how long, and what the big screen shows of it. */
export interface AgendaService {
  /**
   * Moves the meeting on. It does not count as an edit: whoever edits the meeting meanwhile does not lose to it.
   * @throws AppError `not_found`, `meeting_not_open`
   */
  setCurrentAgendaItem(caller: Caller, meetingId: Id, agendaItemId: Id | null): Promise<Meeting>;
  /**
   * Gives an item more minutes. It is an edit of the agenda, which everyone has to read again.
   * @throws AppError `not_found`, `meeting_not_open`, `invalid_input` above what an item can have
   */
  extendAgendaItem(caller: Caller, meetingId: Id, extension: Extension): Promise<Meeting>;
  /** Does not count as an edit. @throws AppError `not_found`, `meeting_state` */
  setScreenView(caller: Caller, meetingId: Id, view: ScreenView): Promise<Meeting>;
}

interface Extension {
  agendaItemId: Id;
  minutes: number;
}

export function createAgendaService(deps: MeetingsDeps): AgendaService {
  const act = async (
    caller: Caller,
    meetingId: Id,
    change: (tx: Db, current: CommonMeeting) => Promise<CommonMeeting>,
  ) => {
    const meeting = await deps.database.write(
      async (tx) => change(tx, await existing(tx, meetingId)),
      caller.once,
    );
    await announce(deps, meetingId);
    return withMyRole(caller, meeting);
  };
  return {
    setCurrentAgendaItem: (caller, meetingId, agendaItemId) =>
      act(caller, meetingId, (tx, current) => moveAgenda(deps, tx, caller, current, agendaItemId)),
    extendAgendaItem: (caller, meetingId, extension) =>
      act(caller, meetingId, (tx, current) => extendItem(deps, tx, caller, current, extension)),
    setScreenView: (caller, meetingId, view) =>
      act(caller, meetingId, (tx, current) => chooseView(deps, tx, caller, current, view)),
  };
}

async function moveAgenda(
  { audit, clock }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  current: CommonMeeting,
  agendaItemId: Id | null,
): Promise<CommonMeeting> {
  requireOpen(current);
  const item = agendaItemId === null ? null : itemOf(current, agendaItemId);
  const fields = {
    currentAgendaItemId: agendaItemId,
    currentItemSince: itemSince(current, agendaItemId, clock.now()),
  };
  await saveMeeting(tx, current.id, fields);
  await audit.record(tx, caller, {
    action: 'meeting.agenda_moved',
    subject: current.title,
    meetingId: current.id,
    details: { item: item?.title ?? null },
  });
  return { ...current, ...fields };
}

async function extendItem(
  { audit }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  current: CommonMeeting,
  { agendaItemId, minutes }: Extension,
): Promise<CommonMeeting> {
  requireOpen(current);
  const item = itemOf(current, agendaItemId);
  refuseFields(mayExtend(item.minutes, minutes) ? [] : ['minutes']);
  await saveMinutes(tx, item.id, item.minutes + minutes);
  await saveMeeting(tx, current.id, { revision: current.revision + 1 });
  await audit.record(tx, caller, {
    action: 'meeting.item_extended',
    subject: current.title,
    meetingId: current.id,
    details: { item: item.title, minutes },
  });
  return existing(tx, current.id);
}

async function chooseView(
  { audit }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  current: CommonMeeting,
  screenView: ScreenView,
): Promise<CommonMeeting> {
  const refusal = mayEdit(current.state);
  if (refusal !== null) throw new AppError(refusal);
  await saveMeeting(tx, current.id, { screenView });
  await audit.record(tx, caller, {
    action: 'meeting.screen_set',
    subject: current.title,
    meetingId: current.id,
    details: { view: screenView },
  });
  return { ...current, screenView };
}

function requireOpen({ state }: CommonMeeting): void {
  if (state !== 'open') throw new AppError('meeting_not_open');
}

function itemOf({ agenda }: CommonMeeting, agendaItemId: Id): AgendaItem {
  const item = agenda.find(({ id }) => id === agendaItemId);
  if (item === undefined) throw new AppError('not_found');
  return item;
}
