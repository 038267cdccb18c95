import type { Locale } from '../locale.ts';
import type vi from '../vi/room.ts';

export default {
  loadFailed: 'The meeting could not be opened',
  toMeeting: 'Page of the meeting',
  settings: 'Name and devices',
  preview: 'My picture',
  asking: 'Waiting for permission to use camera and microphone',
  cameraOff: 'The camera is off',
  youAppearAs: 'You join as',
  join: 'Join',
  joinHelp: 'You can join with camera and microphone off. Joining marks you present online.',
  notYetOpen:
    'The meeting has not started. The button to join appears here when the chair or the secretariat opens it.',
  over: 'The meeting is over.',
  microphoneLevel: 'Microphone level',
  controls: 'Controls',
  leave: 'Leave the room',
  tryAgain: 'Try again',
  joinHere: 'Join here',
  people: 'People in the room',
  alone: 'Nobody else is online in this meeting yet.',
  you: 'me',
  staff: 'Secretariat',
  chair: 'Chair',
  muted: 'Muted',
  screenOf: 'Screen of {{name}}',
  weak: 'The line is weak, no picture for now',
  closePanel: 'Close {{panel}}',
  item: 'Item {{number}}/{{total}}',
  panels: {
    agenda: 'Agenda',
    roll: 'Roll call',
    votes: 'Votes',
  },
  microphone: {
    turnOn: 'Microphone on',
    turnOff: 'Microphone off',
    problem: 'The microphone cannot be used',
  },
  camera: {
    turnOn: 'Camera on',
    turnOff: 'Camera off',
    problem: 'The camera cannot be used',
  },
  screen: {
    turnOn: 'Share screen',
    turnOff: 'Stop sharing',
    problem: 'The screen cannot be shared',
  },
  problems: {
    denied:
      'The browser does not allow it. Press the sign in the address bar, choose Allow, then try again.',
    missing: 'No device was found. Please check that it is plugged in.',
    busy: 'Another program uses the device. Please close that program.',
    lost: 'The device was disconnected. Please check the cable.',
    unsupported: 'Browsers allow this on secure addresses (https) only.',
  },
  devices: {
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Loudspeaker',
    unnamed: 'Device {{number}}',
  },
  phases: {
    idle: 'Not joined',
    joining: 'Joining',
    joined: 'Joined',
    reconnecting: 'Reconnecting',
    replaced: 'You are in this meeting elsewhere',
    refused: 'The room could not be joined',
  },
  phaseHelp: {
    joining: 'One moment, please.',
    reconnecting:
      'The network was interrupted. Picture and sound come back by themselves; recorded ballots are safe.',
    replaced: 'You have just joined this meeting from another window or device.',
  },
  line: {
    good: 'Good line',
    fair: 'Fair line',
    poor: 'Weak line',
  },
  reasons: {
    loss: 'packet loss',
    delay: 'delay',
    bandwidth: 'little bandwidth',
    cpu: 'computer overloaded',
  },
} satisfies Locale<typeof vi>;
