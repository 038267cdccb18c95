import { meetingChanged } from '../../models/contracts/meetings.ts';
import { type Recording, recordingChanged } from '../../models/contracts/recordings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import type { Publisher } from '../platform/publisher.ts';
import { archiveOf } from './archive.ts';
import {
  type RecordingsDeps,
  type Timeline,
  readTimeline,
  recordingFolder,
  recordingOf,
} from './deps.ts';
import { createFfmpeg } from './ffmpeg.ts';
import { removeFolder } from './files.ts';
import { createFinishing } from './finishing.ts';
import { mayDelete } from './rules.ts';
import { type RunningService, createRunningService } from './running-service.ts';
import {
  type RecordingRow,
  findRecording,
  readEndedBefore,
  readRecordings,
  updateRecording,
} from './store.ts';

const day = 86_400_000;

/** Recording what a meeting hears and sees, and what becomes of it. */
export interface RecordingsService extends RunningService {
  /** The newest first. */
  list(meetingId: Id): Promise<Recording[]>;
  /** @throws AppError `not_found` */
  timeline(recordingId: Id): Promise<Timeline>;
  /**
   * The file, for a download that is traced; all that was written where none could be made of it.
   * @param isBegin false for a further piece of a download that was traced
   * @throws AppError `not_found`, `recording_state` when it is not ready
   */
  download(caller: Caller, recordingId: Id, isBegin: boolean): Promise<SentFile>;
  /** For good. @throws AppError `not_found`, `recording_state` while it is being made, or when it is gone */
  remove(caller: Caller, recordingId: Id): Promise<Recording>;
  /** Deletes what has been kept as long as the setting says. */
  forgetOld(): Promise<void>;
}

export function createRecordingsService(deps: RecordingsDeps): RecordingsService {
  const { database, audit, clock, config, meetings } = deps;
  const workshop = { ...deps, ffmpeg: createFfmpeg(config.recording.ffmpeg) };
  const running = createRunningService(workshop, createFinishing(workshop));
  const removeIn = async (tx: Db, by: Caller | 'system', row: RecordingRow) => {
    if (!mayDelete(row.state)) throw new AppError('recording_state');
    await updateRecording(tx, row.id, { state: 'deleted', deletedAt: clock.now() });
    await trace(tx, by, 'deleted', row);
    return findRecording(tx, row.id);
  };
  const trace = async (
    tx: Db,
    by: Caller | 'system',
    what: 'deleted' | 'downloaded',
    row: RecordingRow,
  ) =>
    audit.record(tx, by, {
      action: `recording.${what}`,
      subject: await meetings.titleOf(tx, row.meetingId),
      meetingId: row.meetingId,
      details: { startedAt: row.startedAt },
    });
  const clear = async ({ id, meetingId }: RecordingRow) => {
    await removeFolder(recordingFolder(deps, id));
    const change = { meetingId, recordingId: id, state: 'deleted' as const };
    deps.publisher.toRunners(meetingId, recordingChanged, change);
  };

  return {
    ...running,
    list: async (meetingId) =>
      (await readRecordings(database.read, meetingId)).map((row) => recordingOf(deps, row)),
    async timeline(recordingId) {
      const { meetingId } = await findRecording(database.read, recordingId);
      return readTimeline(deps, recordingFolder(deps, recordingId), meetingId);
    },
    async download(caller, recordingId, isBegin) {
      const row = await findRecording(database.read, recordingId);
      if (row.state !== 'ready' && row.state !== 'failed') throw new AppError('recording_state');
      if (isBegin) await database.write((tx) => trace(tx, caller, 'downloaded', row));
      const title = await meetings.titleOf(database.read, row.meetingId);
      const name = `${title} ${row.startedAt.slice(0, 16).replaceAll(':', '')}`;
      const { film, path } = recordingFolder(deps, recordingId);
      if (row.state === 'ready') return { path: film, type: 'video/webm', name: `${name}.webm` };
      const archive = await archiveOf(path, (file) => !file.includes('unfinished')).catch(() => {
        throw new AppError('not_found');
      });
      return { ...archive, type: 'application/x-tar', name: `${name}.tar` };
    },
    async remove(caller, recordingId) {
      const row = await database.write(
        async (tx) => removeIn(tx, caller, await findRecording(tx, recordingId)),
        caller.once,
      );
      await clear(row);
      return recordingOf(deps, row);
    },
    async forgetOld() {
      if (config.recording.days === 0) return;
      const before = after(clock.now(), -config.recording.days * day);
      for (const row of await readEndedBefore(database.read, before)) {
        await database.write((tx) => removeIn(tx, 'system', row));
        await clear(row);
      }
    },
  };
}

/**
 * Ends a recording with its meeting.
 * @param recordings asked late, as the service itself needs the meetings
 */
export function withRecordingEnds(
  publisher: Publisher,
  recordings: () => Pick<RecordingsService, 'end'>,
  onFailed: (error: unknown) => void,
): Publisher {
  return {
    ...publisher,
    toMeeting(meetingId, kind, data) {
      publisher.toMeeting(meetingId, kind, data);
      if (kind.name !== meetingChanged.name) return;
      const { state } = meetingChanged.data.parse(data);
      if (state !== 'open') recordings().end(meetingId).catch(onFailed);
    },
  };
}
