import type { z } from 'zod';
import { pollProgress } from '../../models/contracts/voting.ts';
import type { Id } from '../../models/ids.ts';
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

interface Pace {
  timer: NodeJS.Timeout;
  next: Progress | null;
}

/** One notice for each poll and interval, however many vote; the last state always gets out. */
export function createProgressNotices(publisher: Pick<Publisher, 'toMeeting'>): ProgressNotices {
  const paces = new Map<Id, Pace>();
  const send = (progress: Progress) => {
    publisher.toMeeting(progress.meetingId, pollProgress, progress);
    // A process that ends does not wait for it.
    const timer = setTimeout(() => goOn(progress.pollId), interval).unref();
    paces.set(progress.pollId, { timer, next: null });
  };
  const goOn = (pollId: Id) => {
    const next = paces.get(pollId)?.next ?? null;
    paces.delete(pollId);
    if (next !== null) send(next);
  };
  return {
    mark(progress) {
      const pace = paces.get(progress.pollId);
      if (pace === undefined) send(progress);
      else if (pace.next === null || progress.cast > pace.next.cast) pace.next = progress;
    },
    stop(pollId) {
      clearTimeout(paces.get(pollId)?.timer);
      paces.delete(pollId);
    },
  };
}
