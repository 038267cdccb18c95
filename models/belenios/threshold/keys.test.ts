import { beforeAll, describe, expect, test } from 'vitest';
import { createGroup } from '../group.ts';
import { FormatError, decode, encode } from '../json.ts';
import type { SignedMessage } from '../messages.ts';
import { jointKey } from '../trustees.ts';
import { certificateOf, createSeed } from './channel.ts';
import {
  type Polynomial,
  type Vinput,
  type Voutput,
  makePolynomial,
  makeThresholdParameters,
  makeVinputs,
  makeVoutput,
  openCertificates,
  openDecryptionKey,
  readPolynomial,
  readVinput,
} from './keys.ts';

const group = createGroup('BELENIOS-2048', { uses: 500 });
const NEEDED = 2;

let seeds: string[];
let certs: SignedMessage[];
let polynomials: Polynomial[];
let vinputs: Vinput[];
let voutputs: Voutput[];

beforeAll(() => {
  seeds = [createSeed(), createSeed(), createSeed()];
  certs = seeds.map((seed) => certificateOf(group, seed));
  polynomials = seeds.map((seed) => makePolynomial(group, seed, certs, NEEDED));
  vinputs = makeVinputs(group, certs, polynomials);
  voutputs = vinputs.map((vinput, index) =>
    makeVoutput(group, seeds[index] ?? '', certs, vinput, NEEDED),
  );
});

const step5 = (vinput: Vinput, needed = NEEDED, index = 0) =>
  makeVoutput(group, seeds[index] ?? '', certs, vinput, needed);

const make = (some: Voutput[]) => makeThresholdParameters(group, certs, polynomials, some);

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error('there is none');
  return value;
}

describe('[threshold] trustees who make a key together', () => {
  test('each holds the key whose public part is published', () => {
    const parameters = makeThresholdParameters(group, certs, polynomials, voutputs);
    expect(parameters.threshold).toBe(NEEDED);
    for (const [index, { private_key: sealed }] of voutputs.entries()) {
      const secret = openDecryptionKey(group, at(seeds, index), sealed);
      expect(group.powerOfG(secret)).toBe(parameters.verification_keys[index]?.public_key);
    }
    expect(group.contains(jointKey(group, [['Pedersen', parameters]]))).toBe(true);
  });

  test('messages survive being written and read', () => {
    const polynomial = at(polynomials, 0);
    expect(decode(encode(polynomial), readPolynomial(group))).toEqual(polynomial);
    const vinput = at(vinputs, 1);
    expect(decode(encode(vinput), readVinput(group))).toEqual(vinput);
  });

  test('nobody else opens what was sent to one of them', () => {
    const sealed = at(voutputs, 0).private_key;
    expect(() => openDecryptionKey(group, at(seeds, 1), sealed)).toThrow(FormatError);
    expect(() => openDecryptionKey(group, createSeed(), sealed)).toThrow(FormatError);
    expect(() => step5(at(vinputs, 1))).toThrow(FormatError);
  });

  test('a server that changes what it passes on is found out', () => {
    const vinput = at(vinputs, 0);
    const other = createSeed();
    const forgedCerts = certs.with(1, certificateOf(group, other));
    const forged = makePolynomial(group, other, forgedCerts, NEEDED);
    const changes: Vinput[] = [
      { ...vinput, secrets: vinput.secrets.toReversed() },
      { ...vinput, secrets: vinput.secrets.slice(1) },
      { ...vinput, secrets: vinput.secrets.with(1, at(forged.secrets, 0)) },
      { ...vinput, coefexps: vinput.coefexps.with(1, forged.coefexps) },
      { ...vinput, coefexps: vinput.coefexps.toReversed() },
      { ...vinput, coefexps: vinput.coefexps.slice(1) },
      { ...vinput, polynomial: at(polynomials, 1).polynomial },
      { ...vinput, polynomial: vinput.polynomial.replace(/"data":"./, '"data":"g') },
    ];
    for (const change of changes) expect(() => step5(change)).toThrow(FormatError);
    const replaced = () => makeVoutput(group, at(seeds, 1), forgedCerts, vinput, NEEDED);
    expect(replaced).toThrow('the certificates have none of this trustee');
  });

  test('a trustee who gives another a wrong secret is found out by name', () => {
    // The second trustee signs one polynomial and sends the secrets of another.
    const another = makePolynomial(group, at(seeds, 1), certs, NEEDED);
    const mixed = { ...at(polynomials, 1), secrets: another.secrets };
    const [vinput] = makeVinputs(group, certs, polynomials.with(1, mixed));
    expect(() => vinput && step5(vinput)).toThrow('trustee 2 sent a wrong secret');
  });

  test('nobody makes a key of which fewer decrypt than was agreed', () => {
    const fewer = makePolynomial(group, at(seeds, 1), certs, 1);
    const [vinput] = makeVinputs(group, certs, polynomials.with(1, fewer));
    expect(() => vinput && step5(vinput)).toThrow('another threshold was agreed');
    expect(() => step5(at(vinputs, 0), 3)).toThrow('another threshold was agreed');
    expect(() => makePolynomial(group, at(seeds, 0), certs, 4)).toThrow(RangeError);
    expect(() => makePolynomial(group, at(seeds, 0), certs, 0)).toThrow(RangeError);
  });

  test('certificates are signed by their own keys and are there once', () => {
    expect(openCertificates(group, certs)).toHaveLength(3);
    const [first, second] = certs;
    if (!first || !second) throw new Error('none');
    const wrong = [
      [first, first],
      [{ ...first, signature: second.signature }],
      [{ ...first, message: second.message }],
      [{ ...first, message: first.message.replace('verification', 'verificatiom') }],
    ];
    for (const some of wrong) expect(() => openCertificates(group, some)).toThrow(FormatError);
  });

  test('step 6 takes no key but that of the polynomials', () => {
    const swapped = voutputs.toReversed();
    expect(() => make(swapped)).toThrow('key 1 is not what the polynomials make');
    expect(() => make(voutputs.slice(1))).toThrow(FormatError);
    const proof = at(voutputs, 1).public_key.pok;
    const first = at(voutputs, 0);
    const claimed = { ...first, public_key: { ...first.public_key, pok: proof } };
    expect(() => make(voutputs.with(0, claimed))).toThrow('the proof of key 1 is wrong');
  });
});
