import type { Group } from './group.ts';
import type { Proof, SignedMessage, TrusteePublicKey } from './messages.ts';
import { randomBelow } from './random.ts';

/**
 * Proofs that someone knows the logarithm x of X = g^x, which differ only in what is hashed: trustees' keys (section 4.5),
 * signed messages (4.6.1) and signatures of ballots (4.14).
 */

/** What the challenge of a commitment A is made from. */
type Hashed = (commitment: bigint) => string;

function prove(group: Group, secret: bigint, hashed: Hashed): Proof {
  const nonce = randomBelow(group.q);
  const challenge = group.challenge(hashed(group.powerOfG(nonce)));
  return { challenge, response: group.modQ(nonce - secret * challenge) };
}

function verify(group: Group, key: bigint, { challenge, response }: Proof, hashed: Hashed) {
  const commitment = group.multiply(group.powerOfG(response), group.power(key, challenge));
  return challenge === group.challenge(hashed(commitment));
}

/** Names the group and the key, so that a proof holds for nothing else (section 4.5). */
const hashedKey = (group: Group, key: bigint) => (commitment: bigint) =>
  `pok|${group.name}|${key}|${commitment}`;

/** A trustee's public key with the proof that the trustee knows the private one (section 4.5). */
export function publicKeyOf(group: Group, secret: bigint): TrusteePublicKey {
  const key = group.powerOfG(secret);
  return { pok: prove(group, secret, hashedKey(group, key)), public_key: key };
}

/** Whether a key is an element of the group and someone knows its private key. */
export function verifyPublicKey(group: Group, { pok, public_key: key }: TrusteePublicKey): boolean {
  return group.contains(key) && verify(group, key, pok, hashedKey(group, key));
}

const hashedMessage = (message: string) => (commitment: bigint) =>
  `sigmsg|${message}|${commitment}`;

/** Section 4.6.1. */
export function signMessage(group: Group, signingKey: bigint, message: string): SignedMessage {
  return { message, signature: prove(group, signingKey, hashedMessage(message)) };
}

/** @param key an element of the group */
export function verifyMessage(group: Group, key: bigint, signed: SignedMessage): boolean {
  return verify(group, key, signed.signature, hashedMessage(signed.message));
}

const hashedBallot = (hash: string) => (commitment: bigint) => `sig|${hash}|${commitment}`;

/** Section 4.14. */
export function signBallot(group: Group, secret: bigint, hash: string): Proof {
  return prove(group, secret, hashedBallot(hash));
}

/** @param credential an element of the group */
export function verifySignature(group: Group, credential: bigint, hash: string, proof: Proof) {
  return verify(group, credential, proof, hashedBallot(hash));
}
