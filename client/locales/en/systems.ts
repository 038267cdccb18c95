import type vi from '../vi/systems.ts';
import type { Locale } from '../locale.ts';

export default {
  add: 'Connect another system',
  addHelp:
    'Makes an access token with which other software can enrol faces, check people in or read the roll. How to call is at /api/docs.',
  create: 'Make the token',
  name: 'Name of the system',
  nameHelp: 'For example: access control of the main building.',
  nameRule: 'Please enter a name of at most 200 characters.',
  scopes: 'May',
  scopesRule: 'Please choose at least one.',
  scope: {
    enrol: 'Enrol faces',
    check_in: 'Check people in',
    read_roll: 'Read the roll',
    read_evidence: 'Read the evidence of the roll too',
  },
  scopeHelp: {
    enrol: 'Only of people who consented; the other system says where the consent is kept.',
    check_in: 'By pictures of a face, or by the name of someone the other system has recognised.',
    read_roll: 'The state of each person, and how many are needed.',
    read_evidence: 'How, by which device, when, and how near the face was.',
  },
  days: 'Good for',
  daysRule: 'Please choose how long.',
  daysOption_one: '{{count}} day',
  daysOption_other: '{{count}} days',
  tokenTitle: 'Access token of “{{name}}”',
  tokenText:
    'It is shown this once. Please copy it to where the other system keeps its secrets; the server keeps none.',
  token: 'Access token',
  expires: 'Ends',
  copy: 'Copy the token',
  copied: 'The token is copied',
  done: 'I have put it away',
  renew: 'Make a new token',
  renewHelp: 'The old one ends at once.',
  renewConfirm: 'Make a new token for “{{name}}”?',
  expiresAt: 'Good until {{time}}',
  expired: 'Ended at {{time}}',
  notYetUsed: 'Not used yet',
  lastUsed: 'Last used {{time}}',
  revokeHelp: 'The token ends at once. To be used again, the system has to be connected anew.',
} satisfies Locale<typeof vi>;
