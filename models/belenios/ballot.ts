import { type AnswerFault, encryptAnswer, faultOfAnswer } from './answer.ts';
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

/**
 * Makes a ballot: takes some milliseconds for each choice with BigInt alone.
 * @param credential the voter's secret one
 * @param choices for each question 0 or 1 for each answer; before them, where blank votes are allowed, 1 for a blank vote
 * @returns the ballot's text, in the form that is hashed
 * @throws {RangeError} when the choices do not answer the questions or the credential is none
 */
export function encryptBallot(
  { election, fingerprint, group, key }: ElectionContext,
  credential: string,
  choices: readonly (readonly number[])[],
): string {
  if (choices.length !== election.questions.length) throw new RangeError('one answer a question');
  const secret = secretOf(group, election.uuid, credential);
  const publicPart = group.powerOfG(secret);
  const context = contextOf(fingerprint, publicPart);
  const ballot: UnsignedBallot = {
    election_uuid: election.uuid,
    election_hash: fingerprint,
    credential: publicPart,
    answers: election.questions.map((question, index) =>
      encryptAnswer(key, context, question, choices[index] ?? []),
    ),
  };
  const hash = hashOf(group, ballot);
  return encode({ ...ballot, signature: { hash, proof: signBallot(group, secret, hash) } });
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
