import type vi from '../vi/onlineFace.ts';
import type { Locale } from '../locale.ts';

export default {
  title: { entry: 'Check in by face', recheck: 'Confirm that you are there' },
  optional: 'You need not: you can join at once.',
  confirmedAt: 'Your face was confirmed at {{time}}',
  announced_one:
    'Every {{count}} minute this meeting asks those who are online whether they are still there, and says so before. You may pass; your right to vote does not change.',
  announced_other:
    'Every {{count}} minutes this meeting asks those who are online whether they are still there, and says so before. You may pass; your right to vote does not change.',
  without: { entry: 'Go on without my face', recheck: 'Close' },
  straight: 'Please look straight into the camera',
  comparing: 'Comparing',
  turn: {
    left: 'Please turn your head to your left',
    right: 'Please turn your head to your right',
  },
  tryAgain: 'Try again',
  noPicture: 'Pictures are compared and then dropped at once; none is kept.',
  refused: {
    different: 'This face is not like the one you enrolled',
    other_way: 'Your face could not be confirmed',
    not_straight: 'You were not seen looking straight before the turn',
    turned_early: 'You turned before you were asked to',
    wrong_way: 'You turned to the other side',
    no_turn: 'No turn of the head was seen',
    interrupted: 'The turn was too quick, or your face left the picture',
    flat: 'A living person has to be seen turning',
    another_face: 'The face changed on the way',
    expired: 'The time for the turn is over',
  },
  otherWay: {
    entry: 'You can join and vote as always: close this window and press Join.',
    recheck: 'You can press “I am here” or pass. Your right to vote does not change.',
  },
  question: { announced: 'You will be asked whether you are there', asked: 'Are you still there?' },
  left: { announced: 'In {{time}}.', asked: '{{time}} left to answer.' },
  harmless: 'Your right to vote does not depend on an answer.',
  harmlessFace:
    'The camera is used only when you press the button. Your right to vote does not depend on an answer.',
  byFace: 'Confirm by face',
  here: 'I am here',
  skip: 'Pass',
  noted: 'It is noted that you are there',
  roll: {
    column: 'Confirmed again',
    byFace: 'Face confirmed at {{time}}',
    byButton: 'Confirmed again at {{time}}',
    not: 'Not confirmed',
    skipped: 'Passed at {{time}}',
    different: 'Another face at {{time}}',
    missed: 'No answer at {{time}}',
  },
} satisfies Locale<typeof vi>;
