import type { ChatAudience } from '../../models/contracts/chat.ts';
import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

interface Wish {
  audience: ChatAudience;
  toId: Id | null;
}

/**
 * To all, only while the meeting is open; to and from the secretariat also before, when people have questions about it.
 * Naming one person is how the staff answer; nobody else writes to one person.
 */
export function mayWrite(
  { audience, toId }: Wish,
  state: MeetingState,
  isStaff: boolean,
): ErrorCode | null {
  if (toId !== null && (!isStaff || audience === 'all')) return 'not_allowed';
  if (state === 'open') return null;
  return state === 'planned' && audience === 'secretariat' ? null : 'meeting_not_open';
}
