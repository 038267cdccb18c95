import type vi from '../vi/chat.ts';
import type { Locale } from '../locale.ts';

export default {
  title: 'Chat',
  loadFailed: 'The chat could not be loaded',
  empty: 'Nothing has been written yet',
  emptyText:
    'What is written to all and what is written to the secretariat appears here and is kept with the meeting.',
  older: 'Show older messages',
  me: 'Me',
  to: 'To',
  all: 'Everyone in the meeting',
  secretariat: 'The secretariat only',
  toSecretariat: 'To the secretariat only',
  fromSecretariat: 'Private answer of the secretariat',
  message: 'Message',
  messageHelp: 'Enter sends, Shift + Enter begins a new line.',
  send: 'Send',
  answer: 'Answer {{name}}',
  answering: 'Private answer to {{name}}',
  stopAnswering: 'Do not answer privately',
} satisfies Locale<typeof vi>;
