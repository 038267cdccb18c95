import type { Locale } from '../locale.ts';
import type vi from '../vi/kiosk.ts';

export default {
  title: 'Check-in',
  camera: 'Check-in camera',
  otherMeetings: 'Meetings in this room',
  offline:
    'The connection to the server is lost. Reconnecting; please see the secretariat if you are in a hurry.',
  noMeeting: 'No meeting takes check-ins now',
  noMeetingHelp: 'The door opens two hours before a meeting. This screen updates by itself.',
  look: 'Please look straight at the screen',
  comeIn: 'Please come in',
  unsure: 'Not sure. Please use the QR code or PIN of your invitation.',
  unknown: 'You were not recognised. Please use the QR code or PIN, or see the secretariat.',
  qrHint: 'You can hold the QR code of your invitation before the camera',
  pin: 'Enter the PIN',
  pinTitle: 'Enter the PIN',
  pinHelp: 'The six digits on your invitation.',
  typed_other: '{{count}} digits entered',
  erase: 'Erase one digit',
  welcome: 'Welcome',
  already: 'You have checked in already',
  seat: 'Seat {{seat}}',
  at: 'Checked in at {{time}}',
  recent: 'Just checked in',
} satisfies Locale<typeof vi>;
