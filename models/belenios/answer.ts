import {
  type Claim,
  type ElectionKey,
  type Opening,
  proveOneOf,
  verifyOneOf,
} from './disjunction.ts';
import type { Group } from './group.ts';
import type { Answer, Ciphertext, Question } from './messages.ts';
import { randomBelow } from './random.ts';

/** Encrypted answers to homomorphic questions (sections 4.11.1 to 4.13). */

/** Why a ballot is refused. */
export type AnswerFault =
  'answer-shape' | 'not-in-group' | 'individual-proof' | 'overall-proof' | 'blank-proof';

type Known = Ciphertext & { opening: Opening };

/** How many values an answer holds: one for each choice, and before them one for a blank vote where that is allowed. */
export function valuesIn({ answers, blank }: Question): number {
  return answers.length + (blank === true ? 1 : 0);
}

const totalOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Whether the choices are an answer to the question.
 * @param choices 0 or 1 for each value of `valuesIn`
 */
export function mayAnswer(question: Question, choices: readonly number[]): boolean {
  if (choices.length !== valuesIn(question)) return false;
  if (!choices.every((value) => value === 0 || value === 1)) return false;
  const [first = 0, ...rest] = choices;
  if (question.blank === true && first === 1) return totalOf(rest) === 0;
  const chosen = question.blank === true ? totalOf(rest) : totalOf(choices);
  return chosen >= question.min && chosen <= question.max;
}

function productOf(group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return {
    alpha: group.multiply(...ciphertexts.map(({ alpha }) => alpha)),
    beta: group.multiply(...ciphertexts.map(({ beta }) => beta)),
  };
}

const writtenAs = ({ alpha, beta }: Ciphertext) => `${alpha},${beta}`;

const interval = ({ min, max }: Question) =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index);

/** What is hashed before the commitments, and the claims, of each proof of an answer. */
function statements<C extends Ciphertext>(
  context: string,
  question: Question,
  choices: readonly C[],
  product: (some: readonly C[]) => C,
) {
  const claim = (ciphertext: C, value: number) => ({ ...ciphertext, ciphertext, value });
  const parts = choices.map(writtenAs);
  // S of section 4.11.1.
  const whole = `${context}|${parts.join(',')}`;
  const individual = choices.map((choice, index) => ({
    prefix: `prove|${context}|${parts[index]}`,
    claims: [claim(choice, 0), claim(choice, 1)],
  }));
  const [blank, ...rest] = choices;
  if (question.blank !== true || !blank) {
    const total = product(choices);
    const prefix = `prove|${whole}|${writtenAs(total)}`;
    const claims = interval(question).map((value) => claim(total, value));
    return { individual, overall: { prefix, claims }, blank: null };
  }
  const total = product(rest);
  return {
    individual,
    // m0 = 1 or mΣ is within the interval (4.13).
    overall: {
      prefix: `bproof1|${whole}`,
      claims: [claim(blank, 1), ...interval(question).map((value) => claim(total, value))],
    },
    // m0 = 0 or mΣ = 0.
    blank: { prefix: `bproof0|${whole}`, claims: [claim(blank, 0), claim(total, 0)] },
  };
}

function encrypt({ group, powerOfY }: ElectionKey, value: number): Known {
  const randomness = randomBelow(group.q);
  return {
    alpha: group.powerOfG(randomness),
    beta: value === 0 ? powerOfY(randomness) : group.multiply(powerOfY(randomness), group.g),
    opening: { randomness, value },
  };
}

function knownProduct(group: Group) {
  return (some: readonly Known[]): Known => ({
    ...productOf(group, some),
    opening: {
      randomness: some.reduce((sum, { opening }) => group.modQ(sum + opening.randomness), 0n),
      value: some.reduce((sum, { opening }) => sum + opening.value, 0),
    },
  });
}

/** How many times `encryptAnswer` tells that a part is done: an encryption and a proof of each value, and those of all together. */
export const partsOf = (question: Question): number =>
  2 * valuesIn(question) + (question.blank === true ? 2 : 1);

/** An answer, and of each value the random number that opens it. */
export interface KnownAnswer {
  answer: Answer;
  randomness: bigint[];
}

/**
 * Encrypts and proves one answer.
 * @param context S₀ of section 4.11: the election's fingerprint and the voter's public credential
 * @param choices as `mayAnswer` has them
 * @param onPart called after each of `partsOf`
 * @throws {RangeError} when they are no answer to the question: nothing could be proven about them
 */
export function encryptAnswer(
  key: ElectionKey,
  context: string,
  question: Question,
  choices: readonly number[],
  onPart: () => void,
): KnownAnswer {
  if (!mayAnswer(question, choices))
    throw new RangeError('these choices do not answer the question');
  const known = choices.map((value) => {
    const one = encrypt(key, value);
    onPart();
    return one;
  });
  const { individual, overall, blank } = statements(
    context,
    question,
    known,
    knownProduct(key.group),
  );
  const prove = ({ prefix, claims }: typeof overall) => {
    const truth = claims.findIndex(({ opening, value }) => opening.value === value);
    const proof = proveOneOf(key, claims, truth, prefix);
    onPart();
    return proof;
  };
  const answer: Answer = {
    choices: known.map(({ alpha, beta }) => ({ alpha, beta })),
    individual_proofs: individual.map(prove),
    overall_proof: prove(overall),
    ...(blank ? { blank_proof: prove(blank) } : {}),
  };
  return { answer, randomness: known.map(({ opening }) => opening.randomness) };
}

const claimsInAll = ({ min, max, blank }: Question) => max - min + 1 + (blank === true ? 1 : 0);

function shapeIsRight(question: Question, answer: Answer): boolean {
  const values = valuesIn(question);
  return (
    answer.choices.length === values &&
    answer.individual_proofs.length === values &&
    // Before any list of that length is made: a question may say that up to a billion answers may be chosen.
    answer.overall_proof.length === claimsInAll(question) &&
    (answer.blank_proof !== undefined) === (question.blank === true)
  );
}

/** All numbers of an answer that must be elements of the group. */
export function elementsOf({ choices }: Answer): bigint[] {
  return choices.flatMap(({ alpha, beta }) => [alpha, beta]);
}

/**
 * What is wrong with an answer; nothing when it is well formed and all its proofs hold.
 * @param elementsKnown whether its numbers are known to be elements of the group
 */
export function faultOfAnswer(
  key: ElectionKey,
  context: string,
  question: Question,
  answer: Answer,
  elementsKnown: boolean,
): { fault: AnswerFault; choice?: number } | null {
  if (!shapeIsRight(question, answer)) return { fault: 'answer-shape' };
  const { group } = key;
  const outside = elementsKnown
    ? -1
    : answer.choices.findIndex(
        ({ alpha, beta }) => !group.contains(alpha) || !group.contains(beta),
      );
  if (outside >= 0) return { fault: 'not-in-group', choice: outside };
  const product = (some: readonly Ciphertext[]) => productOf(group, some);
  const { individual, overall, blank } = statements(context, question, answer.choices, product);
  const holds = (
    { prefix, claims }: { prefix: string; claims: Claim[] },
    proofs: Answer['overall_proof'] = [],
  ) => verifyOneOf(key, claims, proofs, prefix);
  const wrong = individual.findIndex((one, index) => !holds(one, answer.individual_proofs[index]));
  if (wrong >= 0) return { fault: 'individual-proof', choice: wrong };
  if (!holds(overall, answer.overall_proof)) return { fault: 'overall-proof' };
  if (blank && !holds(blank, answer.blank_proof)) return { fault: 'blank-proof' };
  return null;
}
