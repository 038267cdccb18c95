import { type AnswerFault, encryptAnswer, faultOfAnswer, partsOf } from './answer.ts';
import { type ElectionKey, electionKey } from './disjunction.ts';
import { type Group, type GroupOptions, createGroup, isGroupName } from './group.ts';
import { jsonHash } from './hash.ts';
import { FormatError, decode, encode } from './json.ts';
import {
  type Ballot,
  type Election,
  type UnsignedBallot,
  readBallot,
  readElection,
} from './messages.ts';
import { secretOf } from './credentials.ts';
import { signBallot, verifySignature } from './schnorr.ts';

/** Ballots (section 4.15). */

/** An election as those see it who vote in it or check it. */
export interface ElectionContext {
  election: Election;
  /** φ: the hash of the election's text, to the byte, in every proof (section 4.15). */
  fingerprint: string;
  group: Group;
  key: ElectionKey;
}

const VERSION = 1;

/**
 * Reads an election.
 * @param json the text exactly as it was published
 * @throws {FormatError} when it is none that this specification knows
 */
export function openElection(json: string, options?: GroupOptions): ElectionContext {
  const election = decode(json, readElection);
  if (election.version !== VERSION)
    throw new FormatError(`version: ${election.version} is unknown`);
  if (!isGroupName(election.group)) throw new FormatError(`group: ${election.group} is unknown`);
  const group = createGroup(election.group, options);
  if (!group.contains(election.public_key)) {
    throw new FormatError('public_key: not an element of the group');
  }
  const key = electionKey(group, election.public_key);
  return { election, fingerprint: jsonHash(json), group, key };
}

export type BallotFault =
  AnswerFault | 'wrong-election' | 'ballot-hash' | 'ballot-signature' | 'answers-missing';

export interface FaultOfBallot {
  fault: BallotFault;
  /** Which question, from 0. */
  question?: number;
  /** Which value of the answer, from 0; the first is the blank vote where one is allowed. */
  choice?: number;
}

/** S₀ of section 4.11: binds every proof to this election and this credential. */
const contextOf = (fingerprint: string, credential: bigint) => `${fingerprint}|${credential}`;

function hashOf(
  { sha256 }: Group,
  { election_uuid, election_hash, credential, answers }: UnsignedBallot,
): string {
  return jsonHash(encode({ election_uuid, election_hash, credential, answers }), sha256);
}

/** The smart ballot tracker, the voter's receipt (section 4.15). @param json the ballot's text */
export function trackerOf(json: string): string {
  return jsonHash(json);
}

/** Answers that are encrypted and fixed, and signed by nobody: no server takes them. */
export interface SealedBallot {
  /** The ballot's text up to its signature. Its hash is what the signature signs, and binds whoever shows it before. */
  text: string;
  /** What opens each value of each answer. Whoever has it sees the choices. */
  randomness: bigint[][];
}

/** Called as parts of a ballot are done. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Encrypts a ballot: takes some milliseconds for each choice with BigInt alone.
 * @param credential the voter's secret one
 * @param choices for each question 0 or 1 for each answer; before them, where blank votes are allowed, 1 for a blank vote
 * @throws {RangeError} when the choices do not answer the questions or the credential is none
 */
export function sealBallot(
  { election, fingerprint, group, key }: ElectionContext,
  credential: string,
  choices: readonly (readonly number[])[],
  onProgress: OnProgress = () => {},
): SealedBallot {
  const { questions, uuid } = election;
  if (choices.length !== questions.length) throw new RangeError('one answer a question');
  const publicPart = group.powerOfG(secretOf(group, uuid, credential));
  const context = contextOf(fingerprint, publicPart);
  const total = questions.reduce((sum, question) => sum + partsOf(question), 0);
  let done = 0;
  const onPart = () => onProgress((done += 1), total);
  const known = questions.map((question, index) =>
    encryptAnswer(key, context, question, choices[index] ?? [], onPart),
  );
  const ballot: UnsignedBallot = {
    election_uuid: uuid,
    election_hash: fingerprint,
    credential: publicPart,
    answers: known.map(({ answer }) => answer),
  };
  return { text: encode(ballot), randomness: known.map(({ randomness }) => randomness) };
}

/**
 * Makes a ballot that may be cast of a sealed one.
 * @param text of `sealBallot`; the signature is the last field of a ballot
 * @returns the ballot's text, in the form that is hashed
 */
export function signSealed(
  { election, group }: ElectionContext,
  credential: string,
  text: string,
): string {
  const hash = jsonHash(text, group.sha256);
  const proof = signBallot(group, secretOf(group, election.uuid, credential), hash);
  return `${text.slice(0, -1)},"signature":${encode({ hash, proof })}}`;
}

/** Encrypts and signs, see `sealBallot` and `signSealed`. */
export function encryptBallot(
  context: ElectionContext,
  credential: string,
  choices: readonly (readonly number[])[],
): string {
  return signSealed(context, credential, sealBallot(context, credential, choices).text);
}

/**
 * Reads a ballot in its canonical form; says nothing about its proofs.
 * @throws {FormatError}
 */
export function decodeBallot({ group }: ElectionContext, json: string): Ballot {
  return decode(json, readBallot(group));
}

/**
 * What is wrong with a ballot, the cheap checks first; null when it may be accepted from its credential. Whether that is one of the
 * voters', and an element of the group, the list of credentials tells.
 * @param elementsKnown whether the numbers of its answers are known to be elements of the group
 */
export function faultOfBallot(
  context: ElectionContext,
  ballot: Ballot,
  elementsKnown = false,
): FaultOfBallot | null {
  const { election, fingerprint, group, key } = context;
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== fingerprint) {
    return { fault: 'wrong-election' };
  }
  if (ballot.answers.length !== election.questions.length) return { fault: 'answers-missing' };
  const { hash, proof } = ballot.signature;
  if (hash !== hashOf(group, ballot)) return { fault: 'ballot-hash' };
  if (!verifySignature(group, ballot.credential, hash, proof)) return { fault: 'ballot-signature' };
  const proven = contextOf(fingerprint, ballot.credential);
  for (const [question, answer] of ballot.answers.entries()) {
    const asked = election.questions[question];
    const found = asked ? faultOfAnswer(key, proven, asked, answer, elementsKnown) : null;
    if (found) return { ...found, question };
  }
  return null;
}

/** Reads and checks a ballot in one step. */
export function verifyBallot(context: ElectionContext, json: string): FaultOfBallot | null {
  return faultOfBallot(context, decodeBallot(context, json));
}
