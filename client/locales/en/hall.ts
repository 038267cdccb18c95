import type vi from '../vi/hall.ts';
import type { Locale } from '../locale.ts';

export default {
  title: 'Room device',
  idle: 'There is no meeting. The device joins by itself when the meeting in this room begins.',
  waits: '{{title}} has not begun. The device joins by itself when the chair opens it.',
  noRoom: 'The administrator chooses a room for “{{name}}” under Administration, Devices.',
  settings: 'Camera, microphone and loudspeaker of the room',
  connecting: 'Connecting',
  locked: 'The room is muted: the chair gives the floor',
  alone: 'Nobody online has a camera on',
  staff: 'Secretariat',
} satisfies Locale<typeof vi>;
