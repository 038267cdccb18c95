import { useEffect } from 'react';
import { checkInOnline } from '../../../models/contracts/attendance.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useConnection } from '../../realtime/provider.tsx';

/** Joining online is what marks a participant present; staff who only run the meeting are on no roll. */
export function useCheckIn({ id: meetingId, myRole }: Meeting, isJoined: boolean): void {
  const { request } = useConnection();
  const takesPart = myRole !== null;
  useEffect(() => {
    if (!isJoined || !takesPart) return;
    request(checkInOnline, { meetingId }).catch((error: unknown) => {
      const code = errorCodeOf(error);
      showToast(errorTitle(code), { tone: 'error', detail: code });
    });
  }, [isJoined, takesPart, meetingId, request]);
}
