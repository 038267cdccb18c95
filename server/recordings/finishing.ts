import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordingFailure, recordingChanged } from '../../models/contracts/recordings.ts';
import { type Workshop, readTimeline, recordingFolder } from './deps.ts';
import { type Film, NothingRecorded, makeFilm } from './film.ts';
import { mayTryAgain } from './rules.ts';
import { hasRoomFor, sizeOf } from './space.ts';
import { type RecordingRow, findRecording, updateRecording } from './store.ts';

export interface Finishing {
  /** Makes the file of a recording that has ended, after those that were given before it. Never rejects. */
  finish(recording: Pick<RecordingRow, 'id'>): Promise<void>;
  /** Lets go of what is being made; it is made anew at the next start. */
  close(): Promise<void>;
}

/** What is written on the way, for each byte of the streams: the picture cut in pieces, and the file. */
const roomFor = 2;

/** One at a time: several at once would take the processor from the meetings. */
export function createFinishing(workshop: Workshop): Finishing {
  const { ffmpeg, logger, database } = workshop;
  let last: Promise<void> = Promise.resolve();
  let closed = false;

  const make = async (recording: RecordingRow): Promise<void> => {
    const hindrance = await hindranceOf(workshop, recording);
    if (hindrance !== null) return settle(workshop, recording, { failure: hindrance });
    const { id, meetingId, attempts } = recording;
    const folder = recordingFolder(workshop, id);
    // Counted before: whatever ends the server with it is not tried for ever.
    await database.write((tx) => updateRecording(tx, id, { attempts: attempts + 1 }));
    try {
      const film = await makeFilm(ffmpeg, folder, async () => {
        const { items } = await readTimeline(workshop, folder, meetingId);
        return items.map(({ fullName: title, from, to }) => ({ title, from, to }));
      });
      await settle(workshop, recording, { film });
    } catch (err) {
      if (closed) return void (await database.write((tx) => updateRecording(tx, id, { attempts })));
      logger.error({ err, recordingId: id }, 'a recording could not be put together');
      // For whoever looks after the server; without it the log still tells.
      await writeFile(join(folder.path, 'failure.txt'), `${String(err)}\n`).catch(() => undefined);
      const failure = err instanceof NothingRecorded ? 'nothing_recorded' : 'unreadable';
      await settle(workshop, recording, { failure });
    }
  };
  const next = async (before: Promise<void>, id: RecordingRow['id']) => {
    await before;
    if (closed) return;
    try {
      await make(await findRecording(database.read, id));
    } catch (err) {
      logger.error({ err, recordingId: id }, 'a recording could not be marked');
    }
  };
  return {
    finish({ id }) {
      last = next(last, id);
      return last;
    },
    async close() {
      closed = true;
      ffmpeg.close();
      await last;
    },
  };
}

/** What keeps a file from being made before it is tried; such waiting is no attempt. */
async function hindranceOf(
  workshop: Workshop,
  { id, attempts, failure }: RecordingRow,
): Promise<RecordingFailure | null> {
  if (!mayTryAgain(attempts)) return failure ?? 'unreadable';
  if (!(await workshop.ffmpeg.isThere())) return 'recorder_missing';
  const { path } = recordingFolder(workshop, id);
  return (await hasRoomFor(path, roomFor * (await sizeOf(path)))) ? null : 'disk_full';
}

async function settle(
  { database, publisher }: Workshop,
  { id, meetingId }: RecordingRow,
  { film, failure = null }: { film?: Film; failure?: RecordingFailure | null },
): Promise<void> {
  const state = film === undefined ? 'failed' : 'ready';
  await database.write((tx) => updateRecording(tx, id, { ...film, state, failure }));
  publisher.toRunners(meetingId, recordingChanged, { meetingId, recordingId: id, state });
}
