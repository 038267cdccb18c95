import type vi from '../vi/door.ts';
import type { Locale } from '../locale.ts';

export default {
  region: 'Entering the online room',
  knocking: 'Asking to enter the room',
  knockFailed: 'The request to enter could not be sent',
  state: {
    waiting: 'The secretariat will let you in',
    declined: 'The secretariat has not let you in',
    removed: 'You were sent out of the online room',
    locked: 'The online room is locked',
  },
  help: {
    waiting:
      'The secretariat sees that you are waiting. There is nothing more to press: this page opens by itself once you are let in.',
    declined: 'Please telephone the secretariat. Once they let you in, this page opens by itself.',
    removed:
      'Please telephone the secretariat if you need to come back. Once they let you in, this page opens by itself.',
    locked: 'The chair has locked the door to newcomers. Please telephone the secretariat.',
  },
  meanwhile:
    'Meanwhile the agenda is open to you. Whoever is on the roll as present can still vote on the page of the meeting.',
  toMeeting: 'Agenda and votes',
  again: 'Ask again',
  back: 'Back',

  waitingCount_one: '{{count}} person waits at the door',
  waitingCount_other: '{{count}} people wait at the door',
  waitingNames: '{{names}} waiting to enter the room',
  waitingMore_one: '{{names}} and {{count}} more waiting to enter the room',
  waitingMore_other: '{{names}} and {{count}} more waiting to enter the room',
  since: 'waiting since {{time}}',
  admit: 'Let in',
  admitAll: 'Let everyone in',
  decline: 'Turn away',
  declineTitle: 'Turn {{name}} away?',
  declineText:
    'They cannot enter the online room until they are let in. Their agenda and votes are not affected.',
  showAll: 'Show all {{count}}',
  showFewer: 'Show fewer',
  soundOn: 'Sound a tone when someone waits',
  soundOff: 'No tone when someone waits',

  mode: 'Door of the online room',
  modes: {
    open: 'Open, everyone comes in at once',
    guests_wait: 'Guests wait to be let in',
    all_wait: 'All delegates wait to be let in',
    locked: 'Locked, nobody new',
  },
  modeHelp:
    'The chair and the staff never wait. Whoever has been inside may come back after a lost line.',
  modeSet: 'The door was changed',
  loadFailed: 'The door could not be loaded',
  watch: 'People waiting at the doors of meetings',
  watchLine_one: '{{count}} person waits: {{meeting}}',
  watchLine_other: '{{count}} people wait: {{meeting}}',
} satisfies Locale<typeof vi>;
