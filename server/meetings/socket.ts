import { enterMeeting, leaveMeeting } from '../../models/contracts/meetings.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { MeetingsService } from './service.ts';

export function meetingsActions(
  sockets: Pick<Sockets, 'handle'>,
  meetings: Pick<MeetingsService, 'admitViewer'>,
  clock: Clock,
): void {
  sockets.handle(enterMeeting, async (caller, { meetingId }, connection) => {
    await meetings.admitViewer(caller, meetingId);
    await connection.follow(meetingId, { runs: caller.meetingRole === 'chair' });
    return { serverTime: clock.now() };
  });
  sockets.handle(leaveMeeting, async (_caller, { meetingId }, connection) => {
    await connection.unfollow(meetingId);
    return { left: true as const };
  });
}
