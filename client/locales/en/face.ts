import type { Locale } from '../locale.ts';
import type vi from '../vi/face.ts';

export default {
  title: 'Check-in by face',
  purpose:
    'This is your choice. Once enrolled, you only look at the kiosk at the door. The QR code, the PIN and the secretariat always count the same.',
  unavailable: 'Face recognition is off on this server. Please check in by QR code or PIN.',
  enrolled: 'Your face is enrolled',
  enrolledAt_other: 'Enrolled at {{at}} from {{count}} angles. No picture is kept.',
  outdated: 'The recognition has changed. Please enrol again to go on checking in by face.',
  start: 'Enrol my face',
  again: 'Enrol again',
  consentTitle: 'Consent to the use of face data',
  consentRenewed: 'The consent text has a new version',
  agree: 'I have read this and agree of my own will',
  agreeFirst: 'Please tick this box if you agree.',
  agreeAndStart: 'Agree and start',
  forget: 'Withdraw consent and delete my face data',
  forgetTitle: 'Withdraw consent and delete your face data?',
  forgetConfirm: 'Delete face data',
  forgetText:
    'The data is deleted for good. You can still check in by QR code, by PIN or with the secretariat, and enrol again at any time.',
  deleted: 'Your face data was deleted at {{at}}',
  deletedText_other: 'Templates deleted: {{count}}. You may keep this receipt:',
  captureTitle: 'Enrol my face',
  captureAgain: 'Take them again',
  progress: 'Angles taken',
  noPicture: 'Pictures are measured and dropped at once; none is kept.',
  poses: {
    straight: 'Please look straight at the camera',
    left: 'Please turn slightly to the left',
    right: 'Please turn slightly to the right',
    up: 'Please lift your face slightly',
  },
  hints: {
    no_face: 'No face in sight. Please bring your face into the frame.',
    several_faces: 'There are several faces. One person at a time, please.',
    too_small: 'Please come closer',
    look_straight: 'Please look straight at the camera',
    more_light: 'Please find more light',
    less_light: 'Too bright. Please avoid direct light.',
    hold_still: 'Please hold still for a moment',
  },
  camera: {
    again: 'Try again',
    refused: {
      title: 'The browser may not use the camera',
      text: 'Press the camera sign in the address bar, choose Allow, then press Try again.',
    },
    missing: {
      title: 'No camera was found',
      text: 'Please check that the camera is plugged in and not used by another program.',
    },
    lost: {
      title: 'The camera was disconnected',
      text: 'Please check the cable. The camera starts again when it is connected.',
    },
  },
} satisfies Locale<typeof vi>;
