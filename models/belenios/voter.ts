import { mayAnswer, valuesIn } from './answer.ts';
import {
  type ElectionContext,
  type OnProgress,
  openElection,
  sealBallot,
  signSealed,
} from './ballot.ts';
import { publicCredential } from './credentials.ts';
import type { Group } from './group.ts';
import { jsonHash } from './hash.ts';
import { FormatError, decode } from './json.ts';
import { type Ciphertext, type Question, readUnsignedBallot } from './messages.ts';

/** What a voter's browser does, from the credential to the trial of what it encrypts; all that goes in and out is text. */

/** The public part of a credential for one election, in base 10. */
export const registrationOf = (group: Group, uuid: string, credential: string): string =>
  String(publicCredential(group, uuid, credential));

/**
 * A ballot of which its commitment is shown before the voter says whether it is cast or opened. Who encrypts does not know
 * that yet, so that whoever would cheat must fear to be caught (the challenge of Benaloh). What is opened was never signed,
 * and so cannot be cast, by nobody.
 */
export interface Sealed {
  /** Without a signature. */
  ballot: string;
  /** SHA-256 of `ballot`, base64 without padding: stands in the signature of the ballot once it is cast. */
  commitment: string;
  /** Opens it: base 10, one for each value of each answer. */
  randomness: string[][];
}

/**
 * @param choices as `choicesOf` gives them
 * @throws {RangeError} when they do not answer the questions
 */
export function seal(
  context: ElectionContext,
  credential: string,
  choices: readonly (readonly number[])[],
  onProgress?: OnProgress,
): Sealed {
  const { text, randomness } = sealBallot(context, credential, choices, onProgress);
  return {
    ballot: text,
    commitment: jsonHash(text),
    randomness: randomness.map((row) => row.map(String)),
  };
}

/** The ballot that is cast, of one that was sealed. */
export const sign = (
  context: ElectionContext,
  credential: string,
  { ballot }: Pick<Sealed, 'ballot'>,
): string => signSealed(context, credential, ballot);

/**
 * - `commitment`: it is not the ballot whose commitment was shown
 * - `election`: it is for another one
 * - `shape`: its answers are not answers to the questions
 * - `opening`: a random number does not open its value
 */
export type TrialFault = 'commitment' | 'election' | 'shape' | 'opening';

/** What a trial ballot holds. */
export type Trial = { choices: number[][] } | { fault: TrialFault };

/**
 * Opens a sealed ballot. Nothing that encrypted it is believed or used: each value is encrypted again with the random number
 * that was given, by plain powers, and found by what comes out.
 * @param election its text, as published
 * @param commitment as it was shown before
 */
export function openTrial(
  election: string,
  { ballot, randomness }: Pick<Sealed, 'ballot' | 'randomness'>,
  commitment: string,
  onProgress: OnProgress = () => {},
): Trial {
  if (jsonHash(ballot) !== commitment) return { fault: 'commitment' };
  const context = openElection(election);
  const { questions, uuid } = context.election;
  try {
    const read = decode(ballot, readUnsignedBallot(context.group));
    if (read.election_uuid !== uuid || read.election_hash !== context.fingerprint)
      return { fault: 'election' };
    const rows = read.answers.map(({ choices }) => choices);
    if (!isShapeOf(questions, rows) || !isShapeOf(questions, randomness)) return { fault: 'shape' };
    return valuesOf(context, rows, randomness, onProgress);
  } catch (error) {
    if (error instanceof FormatError) return { fault: 'shape' };
    throw error;
  }
}

const isShapeOf = (questions: readonly Question[], rows: readonly (readonly unknown[])[]) =>
  rows.length === questions.length &&
  questions.every((question, at) => rows[at]?.length === valuesIn(question));

const numeral = /^(0|[1-9][0-9]{0,77})$/;

function valuesOf(
  context: ElectionContext,
  rows: readonly (readonly Ciphertext[])[],
  randomness: readonly (readonly string[])[],
  onProgress: OnProgress,
): Trial {
  const total = randomness.flat().length;
  let done = 0;
  const choices: number[][] = [];
  for (const [at, row] of rows.entries()) {
    const values: number[] = [];
    for (const [place, ciphertext] of row.entries()) {
      const value = valueOf(context, ciphertext, randomness[at]?.[place] ?? '');
      if (value === null) return { fault: 'opening' };
      values.push(value);
      onProgress((done += 1), total);
    }
    choices.push(values);
  }
  const isAnswer = context.election.questions.every((question, at) =>
    mayAnswer(question, choices[at] ?? []),
  );
  return isAnswer ? { choices } : { fault: 'shape' };
}

/** 0 or 1, or null for what these random numbers do not open. */
function valueOf({ group, key }: ElectionContext, { alpha, beta }: Ciphertext, random: string) {
  if (!numeral.test(random)) return null;
  const { g, p, power } = group;
  const exponent = BigInt(random);
  if (power(g, exponent) !== alpha) return null;
  const zero = power(key.y, exponent);
  if (zero === beta) return 0;
  return (zero * g) % p === beta ? 1 : null;
}
