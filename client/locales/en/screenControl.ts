import type vi from '../vi/screenControl.ts';
import type { Locale } from '../locale.ts';

export default {
  label: 'The big screen shows',
  autoHelp: 'The screen follows the meeting by itself.',
  heldHelp: 'The screen holds this until Automatic is chosen again.',
  views: {
    auto: 'Automatic',
    agenda: 'Agenda',
    speaker: 'Speaker and time',
    share: 'What is shared',
    roll: 'Roll and quorum',
    seats: 'Seats',
    vote: 'Vote and result',
    blank: 'Nothing',
  },
} satisfies Locale<typeof vi>;
