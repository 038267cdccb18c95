import { useFloor } from '../floor.ts';
import { useMeeting } from '../meeting.ts';
import { useMe } from '../session.tsx';
import { useMediaFact } from './hooks.ts';
import type { MediaSession } from './media-state.ts';

/**
 * Whether the own microphone is kept silent by the floor. The server says so of a microphone that it knows; of one that
 * was not on yet in this stay, the floor itself tells.
 */
export function useMicrophoneLock(session: MediaSession): boolean {
  const { personId } = useMe();
  const isLocked = useMediaFact(session, ({ locked }) => locked);
  const floor = useFloor(session.meetingId);
  const meeting = useMeeting(session.meetingId).data;
  if (floor === undefined || meeting === undefined) return isLocked;
  if (floor.mode === 'open' || meeting.myRole === 'chair') return false;
  return !floor.entries.some((entry) => entry.state === 'speaking' && entry.personId === personId);
}
