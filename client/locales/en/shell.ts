import type vi from '../vi/shell.ts';
import type { Locale } from '../locale.ts';

export default {
  skip: 'Skip to the main content',
  mainNavigation: 'Main navigation',
  openNavigation: 'Open navigation',
  home: 'Today',
  meetings: 'Meetings',
  administration: 'Administration',
  organisations: 'Organisations',
  people: 'People',
  faces: 'Faces',
  bodies: 'Bodies',
  rooms: 'Rooms',
  devices: 'Devices',
  adminMeetings: 'Plan meetings',
  attendance: 'Attendance statistics',
  audit: 'Audit log',
  profile: 'My details',
  signOut: 'Sign out',
  personMenu: 'Account of {{name}}',
  display: 'Display',
  theme: 'Background',
  themeAuto: 'To suit the page',
  themeAutoHelp: 'Papers light, the meeting room dark',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'As on this machine',
  language: 'Language',
  vi: 'Tiếng Việt',
  en: 'English',
  help: 'Help',
  helpTitle: 'Help',
  roles: {
    administrator: 'Administrator',
    secretariat: 'Secretariat',
    member: 'Delegate',
  },
  helpJoin: 'Join a meeting',
  helpJoinText:
    'Open Today, choose the meeting, then Join. Before you go in you can try your camera, microphone and loudspeaker.',
  helpCheckIn: 'Check in',
  helpCheckInText:
    'In the room: look at the check-in screen, or use the QR code, your PIN, or ask the secretary. Online: joining marks you as present.',
  helpVote: 'Vote',
  helpVoteText:
    'When the secretary opens a vote, the question takes the middle of the screen. Choose, then Cast the ballot. Your ballot is safe once the screen says that it is recorded.',
  helpKeys: 'With the keyboard',
  helpKeysText:
    'Tab moves on, Enter chooses, Esc closes. Every table filters as you type; marks over letters can be left out.',
  helpContact: 'Still need help',
  helpContactText:
    'Please contact the office of your agency and read out the small error code at the end of the message, if there is one.',
  offline: 'The network is lost. All that was recorded is safe; the page reconnects by itself.',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the page may have moved. Nothing is lost.',
  goHome: 'Go to Today',
  crashTitle: 'This page ran into an error',
  crashText:
    'All that was recorded is safe. Please reload the page; if the error stays, tell the office and give the code below.',
  reload: 'Reload the page',
} satisfies Locale<typeof vi>;
