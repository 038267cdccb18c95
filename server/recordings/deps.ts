import type { Recording, RecordingGap, TimelineEntry } from '../../models/contracts/recordings.ts';
import type { Id } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { MediaService } from '../media/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Config } from '../platform/config.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { type RecordingFolder, folderOf, readTakes } from './files.ts';
import { deleteAt, filmTimeOf } from './rules.ts';
import type { RecordingRow } from './store.ts';

export interface RecordingsDeps {
  config: Pick<Config, 'dataDir' | 'recording'>;
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  logger: Logger;
  meetings: Pick<MeetingsService, 'stateOf' | 'titleOf' | 'participantsOf'>;
  /** Null where no media worker runs: then nothing can be recorded. */
  media: Pick<MediaService, 'node' | 'sending'> | null;
}

/** What the parts of the service share. */
export interface Workshop extends RecordingsDeps {
  ffmpeg: Ffmpeg;
}

export const recordingFolder = ({ config }: Pick<RecordingsDeps, 'config'>, id: Id) =>
  folderOf(config.dataDir, id);

/** As people see it. */
export function recordingOf(
  { config }: Pick<RecordingsDeps, 'config'>,
  row: RecordingRow,
): Recording {
  const { id, meetingId, state, startedAt, endedAt, startedByName, seconds, bytes } = row;
  const { endedBecause, failure } = row;
  const isKept = state === 'ready' || state === 'failed';
  const goesAt = isKept ? deleteAt(endedAt, config.recording.days) : null;
  const facts = { id, meetingId, state, startedAt, endedAt, startedByName, seconds, bytes };
  return { ...facts, deleteAt: goesAt, endedBecause, failure };
}

export interface Timeline {
  items: TimelineEntry[];
  gaps: RecordingGap[];
}

/** Who spoke when in the film, with the names of the meeting's participants, and what is not in it. */
export async function readTimeline(
  { database, meetings }: Pick<RecordingsDeps, 'database' | 'meetings'>,
  folder: RecordingFolder,
  meetingId: Id,
): Promise<Timeline> {
  const participants = await meetings.participantsOf(database.read, meetingId);
  const byId = new Map(participants.map((one) => [one.personId, one]));
  const takes = (await readTakes(folder)).map((take) => ({
    ...take,
    // What is being written lasts until now.
    seconds: Math.min(take.seconds, Math.max(0, Date.now() - take.began) / 1000),
  }));
  const { spoken, gaps } = filmTimeOf(takes);
  const items = spoken.map((entry) => {
    const { fullName = '', office = '' } = byId.get(entry.personId) ?? {};
    return { ...entry, fullName, office };
  });
  return { items, gaps };
}
