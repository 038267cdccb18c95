import type vi from '../vi/voting.ts';
import type { Locale } from '../locale.ts';

export default {
  title: 'Votes',
  loadFailed: 'The votes could not be loaded',
  number: 'Vote no. {{number}}',
  agendaItem: 'Item {{number}}: {{title}}',
  noAgendaItem: 'Not part of an item',
  state: {
    draft: 'Prepared',
    open: 'Open',
    closed: 'Decided',
    counted: 'Result to be announced',
    void: 'Void',
  },
  emptyTitle: 'No votes yet',
  emptyRunner: 'Write the question ahead, then open the vote when the meeting comes to it.',
  emptyMember: 'When the chair or the secretariat opens a vote, its question appears here.',
  voidReason: 'The result is void. Reason: {{reason}}',
} satisfies Locale<typeof vi>;
