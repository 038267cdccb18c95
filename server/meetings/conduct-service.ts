import type { Meeting, MeetingState } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, isStaff } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { memberIds } from './bodies-store.ts';
import { type MeetingsDeps, refuseFields } from './deps.ts';
import { announce, existing, withMyRole } from './meeting.ts';
import { mayMove, votersOutsideBody } from './rules.ts';
import { type CommonMeeting, findHead, saveMeeting, saveState } from './store.ts';

/** Looks whether a meeting may be closed, in the transaction that closes it; throws an AppError when not. */
export type BeforeClose = (tx: Db, meetingId: Id) => Promise<void>;

export interface ConductService {
  /**
   * @throws AppError `not_found`, `meeting_state`, `invalid_input` when someone is to vote who has left the body, or
   *   what a hook of `onBeforeClose` says
   */
  setMeetingState(caller: Caller, meetingId: Id, state: MeetingState): Promise<Meeting>;
  /**
   * Moves the meeting on. It does not count as an edit: whoever edits the meeting meanwhile does not lose to it.
   * @throws AppError `not_found`, `meeting_not_open`
   */
  setCurrentAgendaItem(caller: Caller, meetingId: Id, agendaItemId: Id | null): Promise<Meeting>;
  onBeforeClose(hook: BeforeClose): void;
  /**
   * Lets people in whom the contract admitted, and devices into the meetings of their own room; a device without a
   * room goes anywhere.
   * @throws AppError `not_found`, `not_allowed`
   */
  admitViewer(caller: Caller, meetingId: Id): Promise<void>;
}

export function createConductService(deps: MeetingsDeps): ConductService {
  const { database } = deps;
  const hooks: BeforeClose[] = [];
  return {
    async setMeetingState(caller, meetingId, state) {
      const meeting = await database.write(
        (tx) => moveState(deps, hooks, tx, caller, meetingId, state),
        caller.once,
      );
      await announce(deps, meetingId);
      return withMyRole(caller, meeting);
    },
    async setCurrentAgendaItem(caller, meetingId, agendaItemId) {
      const meeting = await database.write(
        (tx) => moveAgenda(deps, tx, caller, meetingId, agendaItemId),
        caller.once,
      );
      await announce(deps, meetingId);
      return withMyRole(caller, meeting);
    },
    onBeforeClose: (hook) => void hooks.push(hook),
    async admitViewer(caller, meetingId) {
      const head = await findHead(database.read, meetingId);
      if (head === undefined) throw new AppError('not_found');
      if (isStaff(caller) || caller.meetingRole !== null) return;
      const roomId = caller.device?.roomId ?? null;
      if (roomId !== null && roomId !== head.roomId) throw new AppError('not_allowed');
    },
  };
}

async function moveState(
  { audit, clock }: MeetingsDeps,
  hooks: readonly BeforeClose[],
  tx: Db,
  caller: Caller,
  meetingId: Id,
  state: MeetingState,
) {
  const current = await existing(tx, meetingId);
  const refusal = mayMove(current.state, state);
  if (refusal !== null) throw new AppError(refusal);
  if (state === 'open') await refuseFormerMembers(tx, current);
  if (state === 'closed') for (const hook of hooks) await hook(tx, meetingId);
  const now = clock.now();
  const moments = { open: { openedAt: now }, closed: { closedAt: now } };
  await saveState(
    tx,
    meetingId,
    state,
    state === 'open' || state === 'closed' ? moments[state] : {},
  );
  await audit.record(tx, caller, {
    action: 'meeting.state_changed',
    subject: current.title,
    meetingId,
    details: { from: current.state, to: state },
  });
  return existing(tx, meetingId);
}

/** The body may have changed since the meeting was planned. */
async function refuseFormerMembers(tx: Db, { bodyId, participants }: CommonMeeting) {
  refuseFields(votersOutsideBody(participants, await memberIds(tx, bodyId)));
}

async function moveAgenda(
  { audit }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  agendaItemId: Id | null,
) {
  const current = await existing(tx, meetingId);
  if (current.state !== 'open') throw new AppError('meeting_not_open');
  const item = current.agenda.find(({ id }) => id === agendaItemId);
  if (agendaItemId !== null && item === undefined) throw new AppError('not_found');
  await saveMeeting(tx, meetingId, { currentAgendaItemId: agendaItemId });
  await audit.record(tx, caller, {
    action: 'meeting.agenda_moved',
    subject: current.title,
    meetingId,
    details: { item: item?.title ?? null },
  });
  return { ...current, currentAgendaItemId: agendaItemId };
}
