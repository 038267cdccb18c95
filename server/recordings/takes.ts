import type { RecordingEnding } from '../../models/contracts/recordings.ts';
import type { Id } from '../../models/ids.ts';
import type { Workshop } from './deps.ts';
import type { RecordingRow } from './store.ts';
import { type Watch, startWatch } from './watch.ts';

interface TakesOptions {
  /** Something of a recording is written from now on, or no longer. */
  onTurned(recording: RecordingRow, isWaiting: boolean): void;
  /** A recording is to be ended. */
  onEnd(meetingId: Id, because: RecordingEnding): void;
}

/** The recordings that run now, one a meeting. */
export interface Takes {
  has(meetingId: Id): boolean;
  /** Whether nothing is written, as nothing has come. */
  isWaiting(meetingId: Id): boolean;
  /** Does nothing when the meeting is being recorded. @throws Error when nothing can be written */
  begin(recording: RecordingRow): Promise<void>;
  /** Resolves when everything is on the disk. */
  end(meetingId: Id): Promise<void>;
  close(): Promise<void>;
}

export function createTakes(workshop: Workshop, { onTurned, onEnd }: TakesOptions): Takes {
  const watches = new Map<Id, Promise<Watch>>();
  const waiting = new Set<Id>();
  const end = async (meetingId: Id) => {
    const watch = watches.get(meetingId);
    watches.delete(meetingId);
    waiting.delete(meetingId);
    await (await watch?.catch(() => undefined))?.stop();
  };
  return {
    has: (meetingId) => watches.has(meetingId),
    isWaiting: (meetingId) => waiting.has(meetingId),
    async begin(recording) {
      const { meetingId } = recording;
      if (watches.has(meetingId)) return;
      waiting.add(meetingId);
      const watch = startWatch(workshop, {
        recording,
        onTurned(isWaiting) {
          if (isWaiting) waiting.add(meetingId);
          else waiting.delete(meetingId);
          onTurned(recording, isWaiting);
        },
        onEnd: (because) => onEnd(meetingId, because),
      });
      watches.set(meetingId, watch);
      try {
        await watch;
      } catch (error) {
        watches.delete(meetingId);
        waiting.delete(meetingId);
        throw error;
      }
    },
    end,
    async close() {
      for (const meetingId of watches.keys()) await end(meetingId);
    },
  };
}
