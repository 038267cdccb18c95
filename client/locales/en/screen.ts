import type vi from '../vi/screen.ts';
import type { Locale } from '../locale.ts';

export default {
  title: 'Room screen',
  idle: 'No meeting now',
  idleText: 'This screen changes by itself when a meeting in this room begins.',
  noRoom: 'This screen belongs to no room yet',
  noRoomText: 'An administrator chooses a room for “{{name}}” under Administration, Devices.',
  startsAt: 'Starts at {{time}}',
  item: 'Item {{number}}/{{total}}',
  presenter: 'Presented by {{name}}',
  roll: 'Roll call',
  itemTime: 'Time of the item',
  agenda: 'Agenda',
  seats: 'Seats',
  shared: 'What is being shared',
  speaking: { speech: 'Speaking', question: 'Questioning', point_of_order: 'Point of order' },
  speakerTime: 'Speaking time of {{name}}',
  seatPresent: 'present',
  seatAway: 'not present',
  vote: 'Vote no. {{number}}',
  cast: 'Ballots cast',
  of: '{{cast}}/{{voters}}',
  offline: 'Connection lost, reconnecting',
  closed: 'The meeting is closed',
} satisfies Locale<typeof vi>;
