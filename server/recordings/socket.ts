import { startRecording, stopRecording } from '../../models/contracts/recordings.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { RecordingsService } from './service.ts';

export function recordingsActions(
  sockets: Pick<Sockets, 'handle'>,
  recordings: Pick<RecordingsService, 'start' | 'stop'>,
): void {
  sockets.handle(startRecording, (caller, { meetingId }) => recordings.start(caller, meetingId));
  sockets.handle(stopRecording, async (caller, { meetingId }) => {
    await recordings.stop(caller, meetingId);
    return { done: true as const };
  });
}
