import type { Group } from './group.ts';
import {
  FormatError,
  type Read,
  type WrittenNumber,
  hexHash,
  integer,
  listOf,
  numberBelow,
  optional,
  record,
  text,
  truth,
} from './json.ts';

/** Messages of section 4 that more than one part knows, with the names of the specification. */

export interface Proof {
  challenge: bigint;
  response: bigint;
}

export interface Ciphertext {
  alpha: bigint;
  beta: bigint;
}

export interface TrusteePublicKey {
  pok: Proof;
  public_key: bigint;
}

export interface SignedMessage {
  message: string;
  signature: Proof;
}

/** A homomorphic question (section 4.9.1). */
export interface Question {
  answers: string[];
  /** Whether a voter may vote blank: all answers 0, whatever `min` says. */
  blank?: boolean | undefined;
  min: number;
  max: number;
  question: string;
}

/** Section 4.10. */
export interface Election {
  version: number;
  description: string;
  name: string;
  group: string;
  public_key: bigint;
  questions: Question[];
  uuid: string;
  administrator?: string | undefined;
  credential_authority?: string | undefined;
}

export interface SetupData {
  election: string;
  trustees: string;
  credentials: string;
}

/** Section 4.11.1. */
export interface Answer {
  choices: Ciphertext[];
  individual_proofs: Proof[][];
  overall_proof: Proof[];
  blank_proof?: Proof[] | undefined;
}

/** Section 4.15, without its signature. */
export interface UnsignedBallot {
  election_uuid: string;
  election_hash: string;
  credential: bigint;
  answers: Answer[];
}

export interface Ballot extends UnsignedBallot {
  signature: { hash: string; proof: Proof };
}

/** Section 4.16. */
export interface SizedEncryptedTally {
  num_tallied: number;
  total_weight: WrittenNumber;
  encrypted_tally: string;
}

/** Section 4.18. */
export interface PartialDecryption {
  decryption_factors: bigint[][];
  decryption_proofs: Proof[][];
}

/** Sections 4.17 and 4.18: whose work the payload is; the first trustee is 1. */
export interface Owned {
  owner: number;
  payload: string;
}

export function readProof({ q }: Group): Read<Proof> {
  return record({ challenge: numberBelow(q), response: numberBelow(q) });
}

export function readSignedMessage(group: Group): Read<SignedMessage> {
  return record({ message: text, signature: readProof(group) });
}

export function readCiphertext({ p }: Group): Read<Ciphertext> {
  return record({ alpha: numberBelow(p), beta: numberBelow(p) });
}

const readHomomorphic: Read<Question> = record({
  answers: listOf(text),
  blank: optional(truth),
  min: integer,
  max: integer,
  question: text,
});

/** A question whose single answers would be shuffled and shown (section 4.9.2) is refused by its name. */
const readQuestion: Read<Question> = (value, at) => {
  if (typeof value === 'object' && value !== null && 'type' in value) {
    throw new FormatError(`${at}: only homomorphic questions are known here`);
  }
  return readHomomorphic(value, at);
};

/** The group is not known before the election is read: its key is checked later against the group. */
const ANY_KEY = 1n << 2048n;

export const readElection: Read<Election> = record({
  version: integer,
  description: text,
  name: text,
  group: text,
  public_key: numberBelow(ANY_KEY),
  questions: listOf(readQuestion),
  uuid: text,
  administrator: optional(text),
  credential_authority: optional(text),
});

export const readSetupData: Read<SetupData> = record({
  election: hexHash,
  trustees: hexHash,
  credentials: hexHash,
});

function unsignedFields(group: Group) {
  const proofs = listOf(readProof(group));
  const answer: Read<Answer> = record({
    choices: listOf(readCiphertext(group)),
    individual_proofs: listOf(proofs),
    overall_proof: proofs,
    blank_proof: optional(proofs),
  });
  return {
    election_uuid: text,
    election_hash: text,
    credential: numberBelow(group.p),
    answers: listOf(answer),
  };
}

export function readUnsignedBallot(group: Group): Read<UnsignedBallot> {
  return record(unsignedFields(group));
}

export function readBallot(group: Group): Read<Ballot> {
  const signature = record({ hash: text, proof: readProof(group) });
  return record({ ...unsignedFields(group), signature });
}

export function readPartialDecryption(group: Group): Read<PartialDecryption> {
  return record({
    decryption_factors: listOf(listOf(numberBelow(group.p))),
    decryption_proofs: listOf(listOf(readProof(group))),
  });
}

export const readOwned: Read<Owned> = record({ owner: integer, payload: hexHash });
