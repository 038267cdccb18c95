import type vi from '../vi/recordings.ts';
import type { Locale } from '../locale.ts';

export default {
  now: 'Recording',
  nowAnnounced: 'Picture and sound of the meeting are being recorded.',
  endedAnnounced: 'Recording has ended.',
  since: 'Recording since {{time}}',
  start: 'Record',
  startTitle: 'Record the meeting “{{title}}”?',
  startText:
    'The picture of whoever speaks, or what is shared, and the sound of the whole room are kept in a file on the server. Everyone in the meeting sees the word “Recording” all the while.',
  started: 'Recording has begun',
  stop: 'Stop recording',
  stopTitle: 'Stop recording the meeting “{{title}}”?',
  stopText:
    'The server puts it together into one file; the secretariat downloads it from Recordings on the page of the meeting.',
  stopped: 'Recording has stopped. The server is putting the file together.',

  title: 'Recordings',
  loadFailed: 'The recordings could not be loaded',
  empty: 'The meeting has not been recorded',
  emptyText: 'While the meeting is on, its chair or the secretariat starts recording here.',
  list: 'Recordings of the meeting',
  began: 'Began',
  startedBy: 'Started by',
  length: 'Length',
  size: 'Size',
  stateHeader: 'State',
  deleteAt: 'Deletes itself',
  keptForEver: 'Never by itself',
  acts: 'Actions',
  state: {
    running: 'Recording',
    finishing: 'Being put together',
    ready: 'Ready',
    failed: 'Could not be put together',
    deleted: 'Deleted',
  },
  failedText:
    'Picture and sound are still on the server, which tries again at its next start. If that fails too, please tell the administrator.',
  download: 'Download',
  delete: 'Delete',
  deleteTitle: 'Delete the recording of {{time}}?',
  deleteText:
    'The file is deleted for good. That the meeting was recorded, and that it was deleted, stays in the trace.',
  deleted: 'The recording was deleted',
  timeline: 'Who spoke when',
  timelineOf: 'Who spoke when, recording of {{time}}',
  timelineFailed: 'The timeline could not be loaded',
  timelineEmpty: 'Nobody spoke in this recording.',
  spoke: 'From {{from}} to {{to}}',
  close: 'Close',
} satisfies Locale<typeof vi>;
