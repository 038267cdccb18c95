import type { Meeting } from '../../models/contracts/meetings.ts';
import { useMe } from './session.tsx';

/** Whether the signed-in person opens, closes and moves the meeting along: the staff and its chair. */
export function useRuns(meeting: Pick<Meeting, 'myRole'> | undefined): boolean {
  const { isStaff } = useMe();
  return isStaff || meeting?.myRole === 'chair';
}
