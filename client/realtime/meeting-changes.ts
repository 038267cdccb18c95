import type { DataOf } from '../../models/contracts/event.ts';
import type { Meeting, meetingChanged } from '../../models/contracts/meetings.ts';

type Change = DataOf<typeof meetingChanged>;

/**
 * Takes over what a notice says about a meeting.
 * @returns `stale` when agenda or participants were edited, or the meeting opened or closed: then it is read again
 */
export function withMeetingChange(
  meeting: Meeting,
  { meetingId: _meetingId, ...change }: Change,
): { meeting: Meeting; stale: boolean } {
  const stale = change.revision > meeting.revision || change.state !== meeting.state;
  // The revision stays that of what was read: a second notice must not make it look current.
  return { meeting: { ...meeting, ...change, revision: meeting.revision }, stale };
}

/** Milliseconds in which a hall reads a meeting again, so that not all ask at once. */
export const readAgainWithin = ({ participants }: Pick<Meeting, 'participants'>): number =>
  Math.min(3000, participants.length * 5);
