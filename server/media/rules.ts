import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

/** Who takes part in the media of a meeting: a person, the device of a room, or a screen, which only watches. */
export type Who =
  | { kind: 'person'; personId: Id; fullName: string }
  | { kind: 'room'; deviceId: Id; roomName: string }
  | { kind: 'screen'; deviceId: Id };

/** Who may be heard now, as the floor says. */
type Rights = { everyone: true } | { everyone: false; personIds: ReadonlySet<Id>; room: boolean };

/** Audio and video belong to a running meeting. @returns why nobody may join now, or null */
export function refusalToJoin(state: MeetingState): ErrorCode | null {
  return state === 'open' ? null : 'meeting_not_open';
}

/** Whether the audio of someone is let through, of whatever source; a camera is no question of who speaks. */
export function mayBeHeard(who: Who, rights: Rights): boolean {
  if (rights.everyone) return true;
  if (who.kind === 'person') return rights.personIds.has(who.personId);
  return who.kind === 'room' && rights.room;
}
