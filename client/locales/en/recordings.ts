import type vi from '../vi/recordings.ts';
import type { Locale } from '../locale.ts';

export default {
  now: 'Recording',
  nowAnnounced: 'Picture and sound of the meeting are being recorded.',
  waiting: 'Waiting for sound or picture',
  waitingAnnounced: 'Recording waits: it begins with the first sound or picture.',
  endedAnnounced: 'Recording has ended.',
  since: 'Recording since {{time}}',
  start: 'Record',
  startTitle: 'Record the meeting “{{title}}”?',
  startText:
    'The picture of whoever speaks, or what is shared, and the sound of the whole room are kept in a file on the server. It rests while nobody is in the room and goes on when someone is back. Everyone in the meeting sees the word “Recording” all the while.',
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
    failed: 'No complete file',
    deleted: 'Deleted',
  },
  failedText: {
    disk_full:
      'The disk of the server has no room for the file. Picture and sound are still there; the server tries again at its next start, when there is room.',
    recorder_missing:
      'The server has no ffmpeg to put the file together. Picture and sound are still there; the server tries again at its next start.',
    nothing_recorded: 'There was neither sound nor picture while it was recorded.',
    unreadable:
      'The server could not put the file together. Picture and sound are still there and can be downloaded; the server tries three times at most, once at each start. Please tell the administrator.',
  },
  endedBecause: {
    disk_full:
      'It ended by itself: the disk of the server is nearly full. What was recorded is safe.',
    unwritable:
      'It ended by itself: the server could not write to the disk. Please tell the administrator.',
    idle: 'It ended by itself: nobody was in the room for long.',
    media_missing: 'It ended by itself: the server started again without picture and sound.',
  },
  download: 'Download',
  downloadParts: 'Download what was recorded',
  delete: 'Delete',
  deleteTitle: 'Delete the recording of {{time}}?',
  deleteText:
    'The file is deleted for good. That the meeting was recorded, and that it was deleted, stays in the trace.',
  deleted: 'The recording was deleted',
  timeline: 'Who spoke when',
  timelineOf: 'Who spoke when, recording of {{time}}',
  timelineFailed: 'The timeline could not be loaded',
  timelineEmpty: 'Nobody spoke in this recording.',
  gap: '{{at}}: not recorded for {{length}}',
  gaps: 'What is not in it',
  spoke: 'From {{from}} to {{to}}',
  close: 'Close',
} satisfies Locale<typeof vi>;
