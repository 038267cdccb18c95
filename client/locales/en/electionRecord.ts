import type vi from '../vi/electionRecord.ts';
import type { Locale } from '../locale.ts';

export default {
  verifying: 'Checking the record',
  stage: {
    reading: 'Reading the file',
    ballots: 'Checking ballot after ballot',
    result: 'Checking keys, sums and result',
  },
  ballotOf: 'Ballot {{done}}/{{total}}',
  cancel: 'Stop checking',
  cancelledTitle: 'Stopped before the end',
  cancelledText: 'Nothing can be said about this record yet.',
  again: 'Check again from the beginning',
  failed: 'The record could not be checked',
  save: 'Download this record (.bel)',

  rightTitle: 'The record is right from beginning to end',
  rightText:
    'All ballots are valid, they were added up rightly, and the result is what they decrypt to. This computer worked it out by itself, without asking the server.',
  unfinishedTitle: 'The record is not finished; what it has is right',
  unfinishedVoting:
    'People are still voting, so there is no result yet. When it has ended, download the new record and check again.',
  unfinishedCounting:
    'Voting has ended; the trustees have not opened the result yet. Download the record again when there is one.',
  strangeTitle: 'This is not the record of a secret poll',
  strangeText: 'Choose the .bel file as it was downloaded, neither changed nor compressed.',
  wrongTitle: 'The record is wrong: do not believe its result',
  event: 'Entry {{event}}',
  exactly: 'Technical detail:',
  moreFaults: 'Further faults: {{count}}.',
  wrongAdvice:
    'Download the file once more, in case it was damaged on its way. If it is still wrong, keep this file and tell the chair.',
  faults: {
    archive: 'the file was changed, cut or added to: hashes or their order do not fit',
    order: 'the steps are not in the order of an election',
    setup: 'questions, the trustees’ keys or the list of credentials are wrong',
    ballot: 'the ballot is not written as it must be',
    credential: 'a ballot of a credential that is not on the list',
    'answer-shape': 'the ballot does not answer the question',
    'not-in-group': 'the ballot has a number that is not valid',
    'individual-proof': 'the ballot does not prove that each box was marked once at most',
    'overall-proof': 'the ballot does not prove that as many were chosen as may be',
    'blank-proof': 'the ballot does not prove that a blank vote has no other choice',
    'wrong-election': 'the ballot is one of another election',
    'ballot-hash': 'the ballot was changed after it was signed',
    'ballot-signature': 'the signature of the ballot is wrong',
    'answers-missing': 'the ballot has not one answer for each question',
    tally: 'the sums are not those of the ballots',
    'partial-decryption': 'a trustee’s part of the opening has no valid proof',
    result: 'the result is not what the trustees opened',
    unfinished: 'there is no result yet',
  },

  noResult: 'There is no result in this record yet.',
  turnout: '{{counted}} ballots counted / {{credentials}} people with a credential',
  resultOf: 'Result: {{question}}',
  blank: 'Blank votes',
  checkedTitle: 'What this computer has checked',
  checked: {
    chain: 'The file is whole: the hash of each part and the chain of entries fit.',
    setup: 'Questions: {{count}}; the common key is the one that the trustees made together.',
    trustees: 'Trustees: {{keepers}}; each has proven to hold a share of the key.',
    keepersAll: '{{count}}, of whom all are needed',
    keepersOf: 'any {{needed}} of {{of}}',
    keepersOne: 'one more who is needed',
    credentials: 'Credentials: {{count}}, no two the same.',
    ballots:
      'Ballots: {{count}}; each is signed, made for this election and proven to be valid, without showing what was chosen.',
    replaced:
      'Ballots that their senders replaced by later ones: {{count}}; {{counted}} are counted.',
    sums: 'The encrypted sums are those of the counted ballots ({{count}}).',
    decryptions: 'Trustees who opened their part, each with a valid proof: {{count}}.',
    result: 'The result is what these parts open.',
  },
  limitsTitle: 'What a record cannot tell by itself',
  limits:
    'The record does not tell who gave which ballot, nor that credentials were given only to those who may vote: that rests on attendance. Compare the hash of the last entry with what others see, to be sure that all look at the same record.',
  opened: 'Opened at',
  uuid: 'Election',
  fingerprint: 'Fingerprint of the questions',
  head: 'Hash of the last entry',
  fileHash: 'SHA-256 of the whole file (as the record of the vote names it)',

  untypedTitle: 'This is not a tracking number',
  untypedText:
    'It has 43 letters, digits, + and /; in groups or not, but capital and small letters differ.',
  countsTitle: 'Your ballot is entry {{event}}, and it counts',
  countsText: 'It is part of the sums that were checked above.',
  countsYet: 'Unless you vote again, it will be part of the sums at the end.',
  replacedTitle: 'This ballot is entry {{event}}, but a later one replaces it',
  replacedText:
    'Of a credential only the last ballot counts; its tracking number stands below. If you did not vote again, tell the chair at once: someone else has used your credential.',
  missingTitle: 'This ballot is not in the record',
  missingText:
    'Look at the number again, and whether this is the right poll. If both are right, the ballot was left out of the record: keep your receipt and tell the chair.',
  missingYet:
    'This record may have been downloaded before you voted: download it again. If the ballot is still missing, keep your receipt and tell the chair.',
} satisfies Locale<typeof vi>;
