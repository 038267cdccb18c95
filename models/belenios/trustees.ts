import type { Group } from './group.ts';
import {
  FormatError,
  type Read,
  decode,
  integer,
  listOf,
  numberBelow,
  record,
  tagged,
} from './json.ts';
import {
  type SignedMessage,
  type TrusteePublicKey,
  readProof,
  readSignedMessage,
} from './messages.ts';
import { verifyMessage, verifyPublicKey } from './schnorr.ts';

/** The trustees of an election and their keys (sections 4.6.7 and 4.7). */

/** Section 4.6.7: any `threshold` of these trustees decrypt together. */
export interface ThresholdParameters {
  threshold: number;
  certs: SignedMessage[];
  coefexps: SignedMessage[];
  verification_keys: TrusteePublicKey[];
}

/** One trustee who must take part, or some of whom a number must. */
export type TrusteeKind = ['Single', TrusteePublicKey] | ['Pedersen', ThresholdParameters];

export function readPublicKey(group: Group): Read<TrusteePublicKey> {
  return record({ pok: readProof(group), public_key: numberBelow(group.p) });
}

function readThresholdParameters(group: Group): Read<ThresholdParameters> {
  return record({
    threshold: integer,
    certs: listOf(readSignedMessage(group)),
    coefexps: listOf(readSignedMessage(group)),
    verification_keys: listOf(readPublicKey(group)),
  });
}

export function readTrustees(group: Group): Read<TrusteeKind[]> {
  const single = tagged('Single', readPublicKey(group));
  const pedersen = tagged('Pedersen', readThresholdParameters(group));
  return listOf((value, at) =>
    Array.isArray(value) && value[0] === 'Pedersen' ? pedersen(value, at) : single(value, at),
  );
}

/** The public half of what a trustee of a threshold draws at first (section 4.6.2). */
export interface CertKeys {
  verification: bigint;
  encryption: bigint;
}

function fail(why: string): never {
  throw new FormatError(why);
}

/** Reads a certificate and checks its signature and keys. @throws {FormatError} */
export function openCertificate(group: Group, cert: SignedMessage): CertKeys {
  const element = numberBelow(group.p);
  const keys = decode(cert.message, record({ verification: element, encryption: element }));
  const sound = group.contains(keys.verification) && group.contains(keys.encryption);
  if (!sound) fail('a key of a certificate is not an element of the group');
  if (!verifyMessage(group, keys.verification, cert))
    fail('the signature of a certificate is wrong');
  return keys;
}

/** Reads the g^a of a trustee's polynomial and checks that the trustee signed them. @throws {FormatError} */
export function openCoefexps(group: Group, verification: bigint, signed: SignedMessage): bigint[] {
  if (!verifyMessage(group, verification, signed)) fail('the signature of coefexps is wrong');
  const { coefexps } = decode(signed.message, record({ coefexps: listOf(numberBelow(group.p)) }));
  if (!coefexps.every((element) => group.contains(element))) {
    fail('a number of coefexps is not an element of the group');
  }
  return coefexps;
}

/** g^f(at) from the g^a of the polynomial f (the product of section 4.6.5), by Horner's rule. */
export function evaluateInExponent(group: Group, coefexps: readonly bigint[], at: number): bigint {
  return coefexps.reduceRight((product, element) => {
    return group.multiply(group.power(product, BigInt(at)), element);
  }, 1n);
}

/** Checks of sections 4.6.6 and 4.6.7. @returns g^f_z(0) of all, the sub-key @throws {FormatError} */
function checkThreshold(group: Group, parameters: ThresholdParameters): bigint {
  const { threshold, certs, coefexps, verification_keys: keys } = parameters;
  if (threshold < 1 || threshold > certs.length) fail('the threshold fits no number of trustees');
  if (coefexps.length !== certs.length || keys.length !== certs.length) {
    fail('certificates, coefexps and keys are not the same number');
  }
  const polynomials = certs.map((cert, index) => {
    const { verification } = openCertificate(group, cert);
    const signed = coefexps[index];
    const opened = signed ? openCoefexps(group, verification, signed) : [];
    return opened.length === threshold
      ? opened
      : fail('a polynomial has not the degree of the threshold');
  });
  for (const [index, key] of keys.entries()) {
    const expected = polynomials.map((one) => evaluateInExponent(group, one, index + 1));
    if (key.public_key !== group.multiply(...expected))
      fail(`key ${index + 1} is not what the polynomials make`);
    if (!verifyPublicKey(group, key)) fail(`the proof of key ${index + 1} is wrong`);
  }
  return group.multiply(...polynomials.map(([constant = 1n]) => constant));
}

/**
 * Checks what trustees published about their keys.
 * @returns the key that they make together (section 3.1.1): the election's
 * @throws {FormatError} naming the trustee whose part is wrong
 */
export function jointKey(group: Group, trustees: readonly TrusteeKind[]): bigint {
  if (trustees.length === 0) fail('there are no trustees');
  const parts = trustees.map(([kind, one], index) => {
    try {
      if (kind === 'Pedersen') return checkThreshold(group, one);
      return verifyPublicKey(group, one) ? one.public_key : fail('the proof of the key is wrong');
    } catch (error) {
      throw error instanceof FormatError ? new FormatError(`[${index}]: ${error.message}`) : error;
    }
  });
  return group.multiply(...parts);
}

/** The key that checks the partial decryptions of each trustee; the first is trustee 1. */
export function verificationKeys(trustees: readonly TrusteeKind[]): bigint[] {
  return trustees.flatMap(([kind, one]) =>
    kind === 'Pedersen'
      ? one.verification_keys.map(({ public_key: key }) => key)
      : [one.public_key],
  );
}
