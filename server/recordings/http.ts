import {
  deleteRecording,
  getRecordingNow,
  getRecordingTimeline,
  listRecordings,
  recordingFile,
} from '../../models/contracts/recordings.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { RecordingsService } from './service.ts';

export function recordingsRoutes(routes: Routes, recordings: RecordingsService): void {
  routes.serve(listRecordings, async (_caller, { params }) => ({
    items: await recordings.list(params.meetingId),
  }));
  routes.serve(getRecordingNow, (_caller, { params }) => recordings.now(params.meetingId));
  routes.serve(getRecordingTimeline, (_caller, { params }) =>
    recordings.timeline(params.recordingId),
  );
  routes.serve(deleteRecording, (caller, { params }) =>
    recordings.remove(caller, params.recordingId),
  );
  routes.serveFile(recordingFile, (caller, { recordingId }, isBegin) =>
    recordings.download(caller, recordingId, isBegin),
  );
}
