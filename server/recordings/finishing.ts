import { recordingChanged } from '../../models/contracts/recordings.ts';
import { type Workshop, readTimeline, recordingFolder } from './deps.ts';
import { makeFilm } from './film.ts';
import { type RecordingRow, updateRecording } from './store.ts';

export interface Finishing {
  /** Makes the file of a recording that has ended, after those that were given before it. Never rejects. */
  finish(recording: RecordingRow): Promise<void>;
  /** Lets go of what is being made; it is made anew at the next start. */
  close(): Promise<void>;
}

/** One at a time: several at once would take the processor from the meetings. */
export function createFinishing(workshop: Workshop): Finishing {
  const { ffmpeg, logger } = workshop;
  let last: Promise<void> = Promise.resolve();
  let closed = false;
  const next = async (before: Promise<void>, recording: RecordingRow) => {
    await before;
    if (closed) return;
    try {
      await make(workshop, recording);
    } catch (err) {
      if (closed) return;
      logger.error({ err, recordingId: recording.id }, 'a recording could not be put together');
      await settle(workshop, recording, { state: 'failed' }).catch((error: unknown) =>
        logger.error({ err: error }, 'a recording could not be marked as failed'),
      );
    }
  };
  return {
    finish(recording) {
      last = next(last, recording);
      return last;
    },
    async close() {
      closed = true;
      ffmpeg.close();
      await last;
    },
  };
}

async function make(workshop: Workshop, recording: RecordingRow): Promise<void> {
  const { id, meetingId } = recording;
  const folder = recordingFolder(workshop, id);
  const film = await makeFilm(workshop.ffmpeg, folder, (seconds) =>
    readTimeline(workshop, folder, meetingId, seconds),
  );
  await settle(workshop, recording, { state: 'ready', ...film });
}

async function settle(
  { database, publisher }: Workshop,
  { id, meetingId }: RecordingRow,
  changes: { state: 'ready' | 'failed'; seconds?: number; bytes?: number },
): Promise<void> {
  await database.write((tx) => updateRecording(tx, id, changes));
  publisher.toRunners(meetingId, recordingChanged, {
    meetingId,
    recordingId: id,
    state: changes.state,
  });
}
