import { faultWords } from '../../../models/voting/faults.ts';
import type vi from '../vi/records.ts';
import type { Locale } from '../locale.ts';

export default {
  download: 'Download the result',
  downloadRecord: 'Record to check for yourself (JSON)',
  downloadElection: 'Record of the secret vote, to be checked (.bel)',
  downloadBel: 'Download the record (.bel)',
  checkElection: 'Check the secret ballots',
  check: 'Check the record',
  formats: {
    pdf: 'Paper (PDF)',
    xlsx: 'Spreadsheet (Excel)',
    csv: 'Data (CSV)',
    json: 'Data (JSON)',
  },

  title: 'Check the record of a vote',
  lead: 'This page works out the whole record again on your machine: the chain of hashes, the signatures, every ballot and the result. The file is sent nowhere.',
  file: 'File of the record',
  fileHelp: 'A JSON or .bel file that was downloaded from a vote; it may be dropped here.',
  receipt: 'Code of my receipt',
  receiptHelp: 'Optional. Paste the code on your receipt to find your ballot.',
  tracker: 'Tracking number of my ballot',
  trackerHelp: 'Not needed. Type or paste the number of your receipt, in groups or not.',
  keptTitle: 'The server does not give the record now',
  keptText:
    'Records open to those who take part in the meeting; other than those of verifiable secret ballots, once the result is published. Sign in and open this again, or choose a file that was downloaded.',
  notRecordTitle: 'This is not the file of a record',
  notRecordText: 'Choose a JSON or .bel file as the system gave it, unchanged.',

  whole: 'The record is whole',
  wholeText:
    'Each entry follows from the one before ({{count}} in all); every ballot was given by someone who could, and the result is what they give.',
  wholeOld: 'A record of an older form, its chain whole',
  wholeOldText:
    'Each entry follows from the one before ({{count}} in all). This record is from before records were signed and held all that a recount needs: only its chain of hashes and receipts can be checked, not its result.',
  broken: 'Something is wrong with the record',
  entry: 'Entry {{sequence}}',
  receiptFound: 'Your receipt is entry {{sequence}}',
  receiptShow: 'Show this entry',
  yourReceipt: 'your receipt',
  receiptMissing: 'This receipt is not in the record',
  receiptMissingText:
    'Look again at the code and at the number of the vote. If both are right, the ballot was taken out of the record: keep the receipt and tell the chair.',
  signature: 'Signature of the server',
  unsigned: 'The record is not signed.',
  keyId: 'Signed with key:',
  keyKnown: 'The server of this page publishes this key.',
  keyStrange: 'The server of this page does not publish this key.',
  keyUnasked: 'The server could not be asked about this key.',
  compareFile:
    'Anyone can sign a record with a key of their own: compare the key above with the one in the minutes of the count.',
  compareServer:
    'Record and list of keys both come from this server: to be sure, compare the key above with the one in the minutes of the count.',
  poll: 'Vote no. {{number}}',
  recounted: 'The result below has been counted again from the ballots in the record.',
  noVerdict: 'This record holds no result.',
  timeline: 'What happened',
  server: 'the server',
  runner: 'whoever ran the vote',
  stranger: 'someone not on the roll',
  acts: {
    opened:
      'Vote opened: {{question}} ({{voters}} on the roll, {{present}} of {{members}} members present)',
    added: '{{name}} put on the roll: {{reason}}',
    endSet: 'End set to {{time}}',
    endRemoved: 'End taken away',
    cast: '{{name}}: {{marks}}',
    castFor: '{{name}}: {{marks}} (cast by {{by}})',
    entered: '{{name}}: {{marks}} (entered by {{by}}, confirmed by {{confirmedBy}})',
    voted: '{{name}} has given a secret ballot',
    votedFor: '{{name}} has given a secret ballot (by {{by}})',
    closed: 'Closed and counted by {{by}}',
    closedItself: 'Time was up: closed and counted by the server',
    announced: 'Result announced by {{by}}',
    voided: 'Declared void by {{by}}: {{reason}}',
  },
  limitsTitle: 'What a record cannot say by itself',
  limits:
    'The record shows every later change. It does not say whether the server wrote down the right thing when it received a ballot: that is why everyone keeps a receipt and finds it here. Of a secret ballot the receipt says only that it was given.',
  ledgerId: 'Id of the record',
  electionHash: 'SHA-256 of the record of the secret ballots (.bel)',
  signedAt: 'Last signed at',

  faults: faultWords,
} satisfies Locale<typeof vi>;
