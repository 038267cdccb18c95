import { type Meeting, meetingChanged } from '../../models/contracts/meetings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { MeetingsDeps } from './deps.ts';
import { type CommonMeeting, findHead, findMeeting } from './store.ts';

/** @throws AppError `not_found` */
export async function existing(db: Db, meetingId: Id): Promise<CommonMeeting> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) throw new AppError('not_found');
  return meeting;
}

export function withMyRole({ person }: Caller, meeting: CommonMeeting): Meeting {
  const mine = meeting.participants.find(({ personId }) => personId === person?.personId);
  return { ...meeting, myRole: mine?.role ?? null };
}

/** Tells everyone in the meeting how it stands now; a repeated request must not tell how it stood then. */
export async function announce({ database, publisher }: MeetingsDeps, meetingId: Id) {
  const head = await findHead(database.read, meetingId);
  if (head === undefined) return;
  const { revision, state, currentAgendaItemId, currentItemSince, screenView } = head;
  publisher.toMeeting(meetingId, meetingChanged, {
    meetingId,
    revision,
    state,
    currentAgendaItemId,
    currentItemSince,
    screenView,
  });
}
