import type vi from '../vi/delegations.ts';
import type { Locale } from '../locale.ts';

export default {
  title: 'Delegated votes',
  help_one:
    'The rules let each member vote for at most {{count}} absent member. Whoever has delegated does not count as present.',
  help_other:
    'The rules let each member vote for at most {{count}} absent members. Whoever has delegated does not count as present.',
  empty: 'No delegations in this meeting.',
  add: 'Record a delegation',
  line: '{{from}} lets {{to}} vote',
  from: 'Who delegates',
  fromHelp: 'Only members who are not present.',
  to: 'Who votes for them',
  toHelp: 'Only members who are present and may take more.',
  holds_other: 'holds {{count}}',
  basis: 'Basis',
  basisHelp: 'For example: authority no. 12 of 20/11/2026.',
  fromNeeded: 'Please choose who delegates.',
  toNeeded: 'Please choose who votes for them.',
  basisNeeded: 'Please give the basis.',
  save: 'Record the delegation',
  saved: 'The delegation of {{name}} is recorded',
  end: 'End',
  endTitle: 'End the delegation of {{name}}?',
  endText: 'It is gone from the next vote on. An open vote keeps it as it was at opening.',
  ended: 'The delegation of {{name}} has ended',
} satisfies Locale<typeof vi>;
