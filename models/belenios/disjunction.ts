import type { FixedPower, Group } from './group.ts';
import type { Ciphertext, Proof } from './messages.ts';
import { randomBelow } from './random.ts';

/**
 * Proofs that one of several claims is true and not which one: "this ciphertext holds this value", or that one does.
 * Membership in an interval (section 4.12) is such a proof, and both proofs of possibly blank votes (4.13) are; they
 * differ in their claims and in what is hashed before the commitments.
 */

/** The public key that ballots are encrypted to, with its tables. */
export interface ElectionKey {
  group: Group;
  y: bigint;
  powerOfY: FixedPower;
}

export function electionKey(group: Group, y: bigint): ElectionKey {
  return { group, y, powerOfY: group.fixed(y) };
}

/** That the ciphertext holds `value`. */
export interface Claim {
  ciphertext: Ciphertext;
  value: number;
}

/** What who encrypted knows: the randomness r and the value that is really inside. */
export interface Opening {
  randomness: bigint;
  value: number;
}

const hashed = (prefix: string, made: readonly bigint[]) => `${prefix}|${made.join(',')}`;

/** A and B of a branch (4.12, verification, step 1). */
function commitments({ group, powerOfY }: ElectionKey, { ciphertext, value }: Claim, proof: Proof) {
  const { alpha, beta } = ciphertext;
  const { challenge, response } = proof;
  return [
    group.multiply(group.powerOfG(response), group.power(alpha, challenge)),
    group.multiply(
      powerOfY(response),
      group.power(group.multiply(beta, group.shift(value)), challenge),
    ),
  ];
}

/** Whether one of the claims is true. Every α and β must be known to be an element of the group. */
export function verifyOneOf(
  key: ElectionKey,
  claims: readonly Claim[],
  proofs: readonly Proof[],
  prefix: string,
): boolean {
  if (proofs.length !== claims.length) return false;
  const made = claims.flatMap((claim, index) => {
    const proof = proofs[index];
    return proof ? commitments(key, claim, proof) : [];
  });
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n);
  return key.group.challenge(hashed(prefix, made)) === key.group.modQ(sum);
}

interface KnownClaim extends Claim {
  opening: Opening;
}

/**
 * A branch that is made up, from a challenge and a response that were drawn: the same A and B as `commitments`, but the
 * randomness is known here, so that all powers are of g and y.
 */
function simulate({ group, powerOfY }: ElectionKey, { value, opening }: KnownClaim) {
  const proof = { challenge: randomBelow(group.q), response: randomBelow(group.q) };
  const exponent = group.modQ(proof.response + opening.randomness * proof.challenge);
  const shift = group.modQ(BigInt(opening.value - value) * proof.challenge);
  const made = [
    group.powerOfG(exponent),
    group.multiply(powerOfY(exponent), group.powerOfG(shift)),
  ];
  return { proof, made };
}

/** @param truth which of the claims is true */
export function proveOneOf(
  key: ElectionKey,
  claims: readonly KnownClaim[],
  truth: number,
  prefix: string,
): Proof[] {
  const { group, powerOfY } = key;
  const nonce = randomBelow(group.q);
  const real = [group.powerOfG(nonce), powerOfY(nonce)];
  const branches = claims.map((claim, index) =>
    index === truth
      ? { proof: { challenge: 0n, response: nonce }, made: real }
      : simulate(key, claim),
  );
  const hash = group.challenge(
    hashed(
      prefix,
      branches.flatMap(({ made }) => made),
    ),
  );
  const others = branches.reduce((total, { proof }) => total + proof.challenge, 0n);
  const challenge = group.modQ(hash - others);
  const randomness = claims[truth]?.opening.randomness ?? 0n;
  return branches.map(({ proof }, index) =>
    index === truth ? { challenge, response: group.modQ(nonce - randomness * challenge) } : proof,
  );
}
