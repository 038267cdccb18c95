/** Everything that can be wrong with a record, in words of English. */
export const faultWords = {
  // The chain.
  hash: 'the hash is not that of the entry',
  shape: 'not an entry of a ledger',
  form: 'not in canonical form',
  order: 'out of order',
  link: 'does not follow from the entry before',
  // The story.
  other_ledger: 'belongs to another ledger',
  opened_twice: 'opens the poll a second time',
  not_opened: 'comes before the poll was opened',
  roll: 'the roll cannot be: someone twice, two chairs, a weight where none counts, or a vote given to who may not have it',
  quorum: 'the quorum is not what the rules and the roll give',
  too_late: 'comes after the end that was set',
  too_early: 'closed by the server before the end that was set',
  not_on_roll: 'the voter is not on the roll',
  wrong_caster: 'cast by someone who may not vote for the voter',
  not_confirmed: 'entered and confirmed by the same person',
  marks: 'the marks do not fit the paper',
  secrecy:
    'an open vote in a secret poll, a secret one in an open poll, or plain ballots where they were encrypted',
  voted_before: 'the voter has voted before',
  ballots: 'the secret ballots are not as many as voters have voted, or are out of order',
  weights: 'the secret ballots do not weigh what their voters weigh',
  verdict: 'the verdict is not what the ballots give',
  not_closed: 'announces a result before the poll was closed',
  announced_twice: 'announces the result a second time',
  after_close: 'comes after the poll was closed',
  after_void: 'comes after the poll was declared void',
  impossible: 'cannot have happened',
  // The file.
  file: 'not the file of a record',
  empty: 'has no entries',
  signature: 'the signature is not good',
  signature_place: 'a signature under an entry that is not there',
  unsigned: 'is not signed, and should be',
  key: 'signed with a key that is not the given one',
  receipt: 'no entry with the hash of the receipt',
} as const;
export type FaultCode = keyof typeof faultWords;

export interface Fault {
  /** Of the entry at fault; null for the record as a whole. */
  sequence: number | null;
  code: FaultCode;
}

/** One line: the entry, and what is wrong with it. */
export const inWords = ({ sequence, code }: Fault): string =>
  sequence === null ? faultWords[code] : `${sequence}: ${faultWords[code]}`;
