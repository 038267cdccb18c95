import type { Meeting, MeetingState } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, isStaff } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { memberIds } from './bodies-store.ts';
import { type MeetingsDeps, refuseFields } from './deps.ts';
import { ActHooks, type PartOfAct, type RunningHooks } from './hooks.ts';
import { announce, existing, withMyRole } from './meeting.ts';
import { mayMove, votersOutsideBody } from './rules.ts';
import { type CommonMeeting, findHead, saveState } from './store.ts';

export interface ConductService {
  /**
   * @throws AppError `not_found`, `meeting_state`, `invalid_input` when someone is to vote who has left the body, or
   *   what a hook of `onBeforeClose` says
   */
  setMeetingState(caller: Caller, meetingId: Id, state: MeetingState): Promise<Meeting>;
  /** To take part in closing, or to forbid it. */
  onBeforeClose(hook: PartOfAct): void;
  /**
   * Lets people in whom the contract admitted, and devices into the meetings of their own room; a device without a
   * room goes anywhere.
   * @throws AppError `not_found`, `not_allowed`
   */
  admitViewer(caller: Caller, meetingId: Id): Promise<void>;
}

export function createConductService(deps: MeetingsDeps): ConductService {
  const { database } = deps;
  const beforeClose = new ActHooks();
  return {
    async setMeetingState(caller, meetingId, state) {
      const hooks = beforeClose.begin();
      const meeting = await database.write(
        (tx) => moveState(deps, hooks, tx, caller, meetingId, state),
        caller.once,
      );
      await announce(deps, meetingId);
      hooks.committed();
      return withMyRole(caller, meeting);
    },
    onBeforeClose: (hook) => beforeClose.add(hook),
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
  hooks: RunningHooks,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  state: MeetingState,
) {
  const current = await existing(tx, meetingId);
  const refusal = mayMove(current.state, state);
  if (refusal !== null) throw new AppError(refusal);
  if (state === 'open') await refuseFormerMembers(tx, current);
  if (state === 'closed') await hooks.run(tx, meetingId);
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
