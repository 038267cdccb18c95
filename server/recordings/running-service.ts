import {
  type Recording,
  recordingChanged,
  recordingNow,
} from '../../models/contracts/recordings.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type Workshop, recordingOf } from './deps.ts';
import type { Finishing } from './finishing.ts';
import { refusalToStart } from './rules.ts';
import {
  type RecordingRow,
  findRecording,
  findRunning,
  insertRecording,
  readInStates,
  updateRecording,
} from './store.ts';
import { createTakes } from './takes.ts';

export interface RunningService {
  /**
   * @throws AppError `recorder_missing` without ffmpeg, `unavailable` without media, `meeting_not_open`,
   *   `recording_state` when the meeting is being recorded
   */
  start(caller: Caller, meetingId: Id): Promise<Recording>;
  /** Resolves when it is no longer being recorded; the file is made meanwhile. @throws AppError `recording_state` */
  stop(caller: Caller, meetingId: Id): Promise<void>;
  /** Since when the meeting is being recorded. */
  runningSince(meetingId: Id): Promise<string | null>;
  /** Stops what runs, for example as the meeting has ended; does nothing when nothing does. */
  end(meetingId: Id): Promise<void>;
  /** Brings to its end what an earlier run of the server left: to be called once, at the start. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export function createRunningService(workshop: Workshop, finishing: Finishing): RunningService {
  const { database, clock, media, meetings, logger } = workshop;
  const takes = createTakes(workshop);

  const finishLater = async (recording: RecordingRow) => {
    tell(workshop, recording, 'finishing');
    await takes.end(recording.meetingId);
    void finishing.finish(recording);
  };
  const stopIn = stopperOf(workshop);

  const end = async (meetingId: Id) => {
    if ((await findRunning(database.read, meetingId)) === undefined) return;
    const recording = await database.write(async (tx) => {
      const running = await findRunning(tx, meetingId);
      if (running !== undefined) await stopIn(tx, 'system', running);
      return running;
    });
    if (recording !== undefined) await finishLater(recording);
  };
  media?.node.on('recordingFailed', ({ roomId }) => {
    end(roomId).catch((err: unknown) => logger.error({ err }, 'a recording was not ended'));
  });

  return {
    async start(caller, meetingId) {
      if (media === null) throw new AppError('unavailable');
      if (!(await workshop.ffmpeg.isThere())) throw new AppError('recorder_missing');
      const recording = await database.write(async (tx) => {
        const isRecorded = (await findRunning(tx, meetingId)) !== undefined;
        const refusal = refusalToStart(await meetings.stateOf(tx, meetingId), isRecorded);
        if (refusal !== null) throw new AppError(refusal);
        const startedBy = personOf(caller).personId;
        const row = { id: newId(), meetingId, startedBy, startedAt: clock.now() };
        await insertRecording(tx, { ...row, state: 'running' });
        const made = await findRecording(tx, row.id);
        await trace(workshop, tx, caller, 'started', made);
        return made;
      }, caller.once);
      try {
        await takes.begin(recording);
      } catch (error) {
        await database.write((tx) =>
          updateRecording(tx, recording.id, { state: 'failed', endedAt: clock.now() }),
        );
        throw error;
      }
      tell(workshop, recording, 'running');
      return recordingOf(workshop, recording);
    },
    async stop(caller, meetingId) {
      const recording = await database.write(async (tx) => {
        const running = await findRunning(tx, meetingId);
        if (running === undefined) throw new AppError('recording_state');
        await stopIn(tx, caller, running);
        return running;
      }, caller.once);
      // A request that is sent again finds it stopped.
      if (takes.has(meetingId)) await finishLater(recording);
    },
    runningSince: async (meetingId) =>
      (await findRunning(database.read, meetingId))?.startedAt ?? null,
    end,
    resume: () => resume(workshop, finishing, stopIn),
    async close() {
      await takes.close();
      await finishing.close();
    },
  };
}

function tell({ publisher }: Workshop, row: RecordingRow, state: 'running' | 'finishing'): void {
  const { id: recordingId, meetingId, startedAt } = row;
  const since = state === 'running' ? startedAt : null;
  publisher.toMeeting(meetingId, recordingNow, { meetingId, since });
  publisher.toRunners(meetingId, recordingChanged, { meetingId, recordingId, state });
}

type StopIn = (tx: Db, by: Caller | 'system', row: RecordingRow) => Promise<void>;

const stopperOf =
  (workshop: Workshop): StopIn =>
  async (tx, by, row) => {
    await updateRecording(tx, row.id, { state: 'finishing', endedAt: workshop.clock.now() });
    await trace(workshop, tx, by, 'stopped', row);
  };

async function trace(
  { audit, meetings }: Workshop,
  tx: Db,
  by: Caller | 'system',
  what: 'started' | 'stopped',
  { meetingId }: RecordingRow,
): Promise<void> {
  const subject = await meetings.titleOf(tx, meetingId);
  await audit.record(tx, by, { action: `recording.${what}`, subject, meetingId });
}

async function resume({ database }: Workshop, finishing: Finishing, stopIn: StopIn): Promise<void> {
  for (const row of await readInStates(database.read, ['running', 'finishing', 'failed'])) {
    if (row.state === 'running') await database.write((tx) => stopIn(tx, 'system', row));
    void finishing.finish(row);
  }
}
