import { electionChanged } from '../../models/contracts/elections.ts';
import type { Id } from '../../models/ids.ts';
import { gather } from '../platform/gather.ts';
import type { ElectionsDeps } from './deps.ts';

/** Everyone who hears it reads the election again; in milliseconds. */
const interval = 1000;

export interface ElectionNotices {
  /** At once, or with the next notice if one went out just now. */
  changed(meetingId: Id, pollId: Id): void;
}

export function createElectionNotices({
  publisher,
}: Pick<ElectionsDeps, 'publisher'>): ElectionNotices {
  const changes = gather<Id, Id>({
    interval,
    merge: (meetingId) => meetingId,
    send: (pollId, meetingId) =>
      publisher.toMeeting(meetingId, electionChanged, { meetingId, pollId }),
  });
  return { changed: (meetingId, pollId) => changes.add(pollId, meetingId) };
}
