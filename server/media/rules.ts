import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { ErrorCode } from '../../models/errors.ts';

/** Audio and video belong to a running meeting. @returns why nobody may join now, or null */
export function refusalToJoin(state: MeetingState): ErrorCode | null {
  return state === 'open' ? null : 'meeting_not_open';
}
