import { meetingChanged } from '../../models/contracts/meetings.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { MediaService } from './service.ts';

/**
 * Ends media where it must not go on: for those who are no longer in the meeting, and when the meeting is no
 * longer open. What has been sent to a browser already cannot be taken back, but nothing more flows.
 * @param media asked late, as the service itself needs the meetings; null where there is no media
 */
export function withMediaEvictions(
  publisher: Publisher,
  media: () => MediaService | null,
): Publisher {
  return {
    ...publisher,
    toMeeting(meetingId, kind, data) {
      publisher.toMeeting(meetingId, kind, data);
      if (kind.name !== meetingChanged.name) return;
      const { state } = meetingChanged.data.parse(data);
      if (state !== 'open') void media()?.closeRoom(meetingId);
    },
    removeFromMeeting(personId, meetingId) {
      publisher.removeFromMeeting(personId, meetingId);
      void media()?.removePerson(personId, meetingId);
    },
  };
}
