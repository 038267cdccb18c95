import type { Group } from '../group.ts';
import { FormatError, type Read, encode, listOf, numberBelow, record, text } from '../json.ts';
import { type SignedMessage, type TrusteePublicKey, readSignedMessage } from '../messages.ts';
import { randomBelow } from '../random.ts';
import { publicKeyOf, signMessage } from '../schnorr.ts';
import {
  type CertKeys,
  type ThresholdParameters,
  evaluateInExponent,
  jointKey,
  openCertificate,
  openCoefexps,
  readPublicKey,
} from '../trustees.ts';
import { channelKeys, publicChannelKeys, receive, send } from './channel.ts';

/**
 * How trustees make a key of which any t + 1 of them decrypt (section 3.1.1, Pedersen). Each runs step 1 (`certificateOf`),
 * 3 and 5 where its seed is; the server, which learns nothing secret, checks and passes on in between.
 */

/** What a trustee sends in step 3 (section 4.6.4). */
export interface Polynomial {
  /** For the trustee itself. */
  polynomial: string;
  /** One for each trustee. */
  secrets: string[];
  coefexps: SignedMessage;
}

/** What a trustee is sent in step 5 (section 4.6.5). */
export interface Vinput {
  polynomial: string;
  secrets: string[];
  coefexps: SignedMessage[];
}

/** What a trustee sends in step 5 (section 4.6.6). */
export interface Voutput {
  /** The decryption key, for the trustee itself. */
  private_key: string;
  public_key: TrusteePublicKey;
}

export const readPolynomial = (group: Group): Read<Polynomial> =>
  record({ polynomial: text, secrets: listOf(text), coefexps: readSignedMessage(group) });

export const readVinput = (group: Group): Read<Vinput> =>
  record({ polynomial: text, secrets: listOf(text), coefexps: listOf(readSignedMessage(group)) });

export const readVoutput = (group: Group): Read<Voutput> =>
  record({ private_key: text, public_key: readPublicKey(group) });

/** belenios-tool sends numbers modulo q without reducing them. */
const unreduced = ({ p }: Group) => numberBelow(p * p);
const readSecret = (group: Group) => record({ secret: unreduced(group) });
/** The name is belenios-tool's: the specification leaves it open. */
const readDecryptionKey = (group: Group) => record({ decryption_key: unreduced(group) });
const readRawPolynomial = (group: Group) => record({ polynomial: listOf(unreduced(group)) });

function fail(why: string): never {
  throw new FormatError(why);
}

/** f(at) modulo q, by Horner's rule. */
function evaluate({ modQ }: Group, coefficients: readonly bigint[], at: number): bigint {
  return coefficients.reduceRight((sum, coefficient) => modQ(sum * BigInt(at) + coefficient), 0n);
}

/** Step 2, and the beginning of each later one: the certificates of all trustees. @throws {FormatError} */
export function openCertificates(group: Group, certs: readonly SignedMessage[]): CertKeys[] {
  const keys = certs.map((cert) => openCertificate(group, cert));
  if (new Set(keys.map(({ encryption }) => encryption)).size !== keys.length) {
    fail('a certificate is there twice');
  }
  return keys;
}

/** Who of them has this seed. @throws {FormatError} when nobody has: the server has left the trustee out */
function ownPlace(group: Group, seed: string, all: readonly CertKeys[]) {
  const keys = channelKeys(group, seed);
  const own = publicChannelKeys(group, keys);
  const index = all.findIndex(
    ({ verification, encryption }) =>
      verification === own.verification && encryption === own.encryption,
  );
  if (index < 0) fail('the certificates have none of this trustee');
  return { keys, own, index };
}

/**
 * Step 3, by each trustee.
 * @param threshold how many trustees will be needed to decrypt (t + 1)
 * @throws {FormatError} when the certificates are not right
 */
export function makePolynomial(
  group: Group,
  seed: string,
  certs: readonly SignedMessage[],
  threshold: number,
): Polynomial {
  if (!(threshold >= 1 && threshold <= certs.length)) throw new RangeError('no such threshold');
  const all = openCertificates(group, certs);
  const { keys, own } = ownPlace(group, seed, all);
  const coefficients = Array.from({ length: threshold }, () => randomBelow(group.q));
  const secrets = all.map(({ encryption }, index) => {
    const secret = evaluate(group, coefficients, index + 1);
    return send(group, keys.signing, encryption, encode({ secret }));
  });
  const raw = encode({ polynomial: coefficients });
  const coefexps = encode({ coefexps: coefficients.map((one) => group.powerOfG(one)) });
  return {
    polynomial: send(group, keys.signing, own.encryption, raw),
    secrets,
    coefexps: signMessage(group, keys.signing, coefexps),
  };
}

/** The g^a of all polynomials, each of `threshold` numbers. @throws {FormatError} */
function openAllCoefexps(
  group: Group,
  all: readonly CertKeys[],
  coefexps: readonly SignedMessage[],
) {
  if (coefexps.length !== all.length) fail('there is not one polynomial of each trustee');
  return all.map(({ verification }, index) => {
    const signed = coefexps[index];
    return signed ? openCoefexps(group, verification, signed) : [];
  });
}

/** Step 4, by the server: what to send to each trustee. @throws {FormatError} */
export function makeVinputs(
  group: Group,
  certs: readonly SignedMessage[],
  polynomials: readonly Polynomial[],
): Vinput[] {
  const coefexps = polynomials.map((one) => one.coefexps);
  openAllCoefexps(group, openCertificates(group, certs), coefexps);
  return polynomials.map(({ polynomial }, index) => ({
    polynomial,
    secrets: polynomials.map(({ secrets }) => secrets[index] ?? fail('a secret is missing')),
    coefexps,
  }));
}

/**
 * Step 5, by each trustee: checks what all others have sent, and makes the decryption key.
 * @param threshold as it was agreed: who lowered it could decrypt with fewer
 * @throws {FormatError} when anything is not as it was promised
 */
export function makeVoutput(
  group: Group,
  seed: string,
  certs: readonly SignedMessage[],
  vinput: Vinput,
  threshold: number,
): Voutput {
  const all = openCertificates(group, certs);
  const { keys, own, index } = ownPlace(group, seed, all);
  const polynomials = openAllCoefexps(group, all, vinput.coefexps);
  if (polynomials.some(({ length }) => length !== threshold)) fail('another threshold was agreed');
  const raw = receive(group, keys, own.verification, vinput.polynomial, readRawPolynomial(group));
  const mine = raw.polynomial.map((one) => group.powerOfG(group.modQ(one)));
  if (encode(mine) !== encode(polynomials[index])) fail('the own polynomial was replaced');
  if (vinput.secrets.length !== all.length) fail('there is not one secret of each trustee');
  const secrets = all.map(({ verification }, sender) => {
    const sent = vinput.secrets[sender] ?? '';
    const secret = group.modQ(receive(group, keys, verification, sent, readSecret(group)).secret);
    const expected = evaluateInExponent(group, polynomials[sender] ?? [], index + 1);
    return group.powerOfG(secret) === expected
      ? secret
      : fail(`trustee ${sender + 1} sent a wrong secret`);
  });
  const secret = group.modQ(secrets.reduce((sum, one) => sum + one, 0n));
  return {
    private_key: send(group, keys.signing, own.encryption, encode({ decryption_key: secret })),
    public_key: publicKeyOf(group, secret),
  };
}

/** Step 6, by the server: checks all and makes what is published (section 4.6.7). @throws {FormatError} */
export function makeThresholdParameters(
  group: Group,
  certs: readonly SignedMessage[],
  polynomials: readonly Polynomial[],
  voutputs: readonly Voutput[],
): ThresholdParameters {
  const coefexps = polynomials.map((one) => one.coefexps);
  const [first = []] = openAllCoefexps(group, openCertificates(group, certs), coefexps);
  const parameters = {
    threshold: first.length,
    certs: [...certs],
    coefexps,
    verification_keys: voutputs.map((one) => one.public_key),
  };
  jointKey(group, [['Pedersen', parameters]]);
  return parameters;
}

/**
 * A trustee's private key for partial decryptions.
 * @param sealed `private_key` of the own voutput
 * @throws {FormatError}
 */
export function openDecryptionKey(group: Group, seed: string, sealed: string): bigint {
  const keys = channelKeys(group, seed);
  const { verification } = publicChannelKeys(group, keys);
  const opened = receive(group, keys, verification, sealed, readDecryptionKey(group));
  return group.modQ(opened.decryption_key);
}
