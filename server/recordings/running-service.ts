import {
  type Recording,
  type RecordingEnding,
  recordingChanged,
  recordingNow,
} from '../../models/contracts/recordings.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type Workshop, recordingOf } from './deps.ts';
import type { Finishing } from './finishing.ts';
import { mayTryAgain, refusalToStart } from './rules.ts';
import { hasRoomFor } from './space.ts';
import {
  type RecordingRow,
  findRecording,
  findRunning,
  insertRecording,
  readInStates,
  updateRecording,
} from './store.ts';
import { type Takes, createTakes } from './takes.ts';

export interface RunningService {
  /**
   * Writes from the first sound or picture on.
   * @throws AppError `recorder_missing` without ffmpeg, `unavailable` without a media worker, `disk_full`,
   *   `meeting_not_open`, `recording_state` when the meeting is being recorded
   */
  start(caller: Caller, meetingId: Id): Promise<Recording>;
  /** Resolves when it is no longer being recorded; the file is made meanwhile. @throws AppError `recording_state` */
  stop(caller: Caller, meetingId: Id): Promise<void>;
  /** Since when the meeting is being recorded, and whether that waits for a first sound or picture. */
  now(meetingId: Id): Promise<{ since: string | null; waiting: boolean }>;
  /** Ends what runs, for example as the meeting has ended; does nothing when nothing does. */
  end(meetingId: Id, because?: RecordingEnding): Promise<void>;
  /**
   * Goes on with what an earlier run of the server recorded where the meeting is still open, and brings the rest to
   * its end: to be called once, at the start.
   */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export function createRunningService(workshop: Workshop, finishing: Finishing): RunningService {
  const { database, clock, media, meetings, logger } = workshop;
  const takes = createTakes(workshop, {
    onTurned: (recording, waiting) => tell(workshop, recording, { state: 'running', waiting }),
    onEnd: (meetingId, because) => endLater(meetingId, because),
  });

  const finishLater = async (recording: RecordingRow) => {
    tell(workshop, recording, { state: 'finishing', waiting: false });
    await takes.end(recording.meetingId);
    void finishing.finish(recording);
  };
  const stopIn = stopperOf(workshop);

  const end = async (meetingId: Id, because: RecordingEnding | null = null) => {
    if ((await findRunning(database.read, meetingId)) === undefined) return;
    const recording = await database.write(async (tx) => {
      const running = await findRunning(tx, meetingId);
      if (running !== undefined) await stopIn(tx, 'system', running, because);
      return running;
    });
    if (recording !== undefined) await finishLater(recording);
  };
  const endLater = (meetingId: Id, because: RecordingEnding) => {
    end(meetingId, because).catch((err: unknown) =>
      logger.error({ err }, 'a recording was not ended'),
    );
  };
  media?.node.on('recordingFailed', ({ roomId, reason }) => endLater(roomId, reason));

  return {
    async start(caller, meetingId) {
      if (media === null) throw new AppError('unavailable');
      if (!(await workshop.ffmpeg.isThere())) throw new AppError('recorder_missing');
      const { dataDir, recording: settings } = workshop.config;
      if (!(await hasRoomFor(dataDir, settings.reserveBytes))) throw new AppError('disk_full');
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
      const waiting = takes.isWaiting(meetingId);
      if (waiting) tell(workshop, recording, { state: 'running', waiting });
      return recordingOf(workshop, recording);
    },
    async stop(caller, meetingId) {
      const recording = await database.write(async (tx) => {
        const running = await findRunning(tx, meetingId);
        if (running === undefined) throw new AppError('recording_state');
        await stopIn(tx, caller, running, null);
        return running;
      }, caller.once);
      // A request that is sent again finds it stopped.
      if (takes.has(meetingId)) await finishLater(recording);
    },
    async now(meetingId) {
      const running = await findRunning(database.read, meetingId);
      return { since: running?.startedAt ?? null, waiting: takes.isWaiting(meetingId) };
    },
    end,
    resume: () => resume(workshop, takes, finishing, end),
    async close() {
      await takes.close();
      await finishing.close();
    },
  };
}

interface Told {
  state: 'running' | 'finishing';
  waiting: boolean;
}

function tell({ publisher }: Workshop, row: RecordingRow, { state, waiting }: Told): void {
  const { id: recordingId, meetingId, startedAt } = row;
  const since = state === 'running' ? startedAt : null;
  publisher.toMeeting(meetingId, recordingNow, { meetingId, since, waiting });
  publisher.toRunners(meetingId, recordingChanged, { meetingId, recordingId, state });
}

type StopIn = (
  tx: Db,
  by: Caller | 'system',
  row: RecordingRow,
  because: RecordingEnding | null,
) => Promise<void>;

const stopperOf =
  (workshop: Workshop): StopIn =>
  async (tx, by, row, endedBecause) => {
    const endedAt = workshop.clock.now();
    await updateRecording(tx, row.id, { state: 'finishing', endedAt, endedBecause });
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

async function resume(
  { database, media, meetings, logger }: Workshop,
  takes: Takes,
  finishing: Finishing,
  end: RunningService['end'],
): Promise<void> {
  for (const row of await readInStates(database.read, ['finishing', 'failed'])) {
    const isHopeless = row.failure === 'nothing_recorded' || !mayTryAgain(row.attempts);
    if (row.state === 'finishing' || !isHopeless) void finishing.finish(row);
  }
  for (const row of await readInStates(database.read, ['running'])) {
    const { meetingId } = row;
    const isOpen = (await meetings.stateOf(database.read, meetingId)) === 'open';
    if (!isOpen || media === null) await end(meetingId, isOpen ? 'media_missing' : undefined);
    else
      await takes.begin(row).catch(async (err: unknown) => {
        logger.error({ err }, 'a recording does not go on');
        await end(meetingId, 'unwritable');
      });
  }
}
