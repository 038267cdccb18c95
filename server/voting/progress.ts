import type { z } from 'zod';
import { pollProgress } from '../../models/contracts/voting.ts';
import type { Id } from '../../models/ids.ts';
import { gather } from '../platform/gather.ts';
import type { Publisher } from '../platform/publisher.ts';

type Progress = z.infer<typeof pollProgress.data>;

/** Often enough to watch the count grow, seldom enough for hundreds who vote at once; in milliseconds. */
const interval = 200;

export interface ProgressNotices {
  /** Tells the meeting how far a poll is: at once, or with the next notice if one went out just now. */
  mark(progress: Progress): void;
  /** The poll has ended: what was to be told is told by its end. */
  stop(pollId: Id): void;
}

/** One notice for each poll and interval, however many vote; the last state always gets out. */
export function createProgressNotices(publisher: Pick<Publisher, 'toMeeting'>): ProgressNotices {
  const notices = gather<Id, Progress>({
    interval,
    merge: (waiting, next) => (next.cast > waiting.cast ? next : waiting),
    send: (_pollId, progress) => publisher.toMeeting(progress.meetingId, pollProgress, progress),
  });
  return {
    mark: (progress) => notices.add(progress.pollId, progress),
    stop: (pollId) => notices.drop(pollId),
  };
}
