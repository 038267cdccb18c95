import { assert, bigInt, integer, property, string, uint8Array, uniqueArray } from 'fast-check';
import { createDecipheriv, createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appendEvent, readArchive, startArchive } from './archive/events.ts';
import { mayAnswer } from './answer.ts';
import { trackerOf } from './ballot.ts';
import {
  createCredential,
  isCredential,
  publicCredential,
  publicCredentialList,
  readCredentials,
} from './credentials.ts';
import { lagrange } from './decryption.ts';
import { createUuid, makeElection } from './election.ts';
import { createGroup } from './group.ts';
import { FormatError, decode, encode, written, writtenNumber } from './json.ts';
import { areElements } from './membership.ts';
import { type Question, readElection } from './messages.ts';
import { bigintPower, fixedBase } from './power.ts';
import { randomBelow, randomToken } from './random.ts';
import { createLogarithm } from './result.ts';
import { decryptCcm, encryptCcm } from './threshold/ccm.ts';

const group = createGroup('BELENIOS-2048');

function slowPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  for (let at = 0n; at < exponent; at += 1n) result = (result * base) % modulus;
  return result;
}

describe('powers', () => {
  test('[P] both ways of calculating give what multiplying gives', () => {
    const modulus = bigInt(2n, 1n << 70n);
    const small = bigInt(0n, 300n);
    assert(
      property(modulus, modulus, small, integer({ min: 1, max: 5000 }), (m, b, e, uses) => {
        const base = b % m;
        const expected = slowPower(base, e, m);
        expect(bigintPower(m)(base, e)).toBe(expected);
        expect(fixedBase(m, base, 9, uses)(e) % m).toBe(expected);
      }),
    );
  });

  test('[P] exponents of the size of q', () => {
    const power = group.fixed(5n);
    assert(
      property(bigInt(0n, group.q - 1n), (e) => {
        expect(power(e)).toBe(group.power(5n, e));
      }),
      { numRuns: 10 },
    );
  });
});

describe('the group', () => {
  test('[G] both groups of the specification are what they should be', () => {
    for (const name of ['BELENIOS-2048', 'RFC-3526-2048'] as const) {
      const { p, q, g, power, contains } = createGroup(name);
      expect((p - 1n) % q).toBe(0n);
      expect(power(g, q)).toBe(1n);
      expect(contains(g)).toBe(true);
      expect(contains(p - g)).toBe(false);
    }
  });

  test('[G] nothing outside the subgroup is taken for an element', () => {
    const outside = [0n, -1n, group.p, group.p + group.g, group.p - 1n, 2n, 3n];
    for (const value of outside) expect(group.contains(value)).toBe(false);
    expect(group.contains(1n)).toBe(true);
  });

  test('[G] many at once: one number outside is found wherever it is, whatever its order', () => {
    const step = group.powerOfG(randomBelow(group.q));
    const elements = [group.g];
    while (elements.length < 400) elements.push(group.multiply(elements.at(-1) ?? 1n, step));
    expect(areElements(group, elements)).toBe(true);
    for (const at of [0, 123, 399]) {
      // −x differs from an element by a number of order 2 only.
      expect(areElements(group, elements.with(at, group.p - (elements[at] ?? 0n)))).toBe(false);
      expect(areElements(group, elements.with(at, 2n))).toBe(false);
      expect(areElements(group, elements.with(at, 0n))).toBe(false);
      expect(areElements(group, elements.with(at, group.p + 1n))).toBe(false);
    }
    const two = elements.map((element) => group.p - element);
    expect(areElements(group, two)).toBe(false);
  });

  test('[G] logarithms of numbers of votes', () => {
    const logarithm = createLogarithm(group, 1000n);
    for (const votes of [0n, 1n, 31n, 32n, 999n, 1000n]) {
      expect(logarithm(group.powerOfG(votes))).toBe(votes);
    }
    expect(logarithm(group.powerOfG(5000n))).toBeNull();
    expect(createLogarithm(group, 0n)(1n)).toBe(0n);
  });

  test('[P] any t + 1 values of a polynomial of degree t give its value at 0', () => {
    const few = uniqueArray(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    assert(
      property(few, (places) => {
        const coefficients = places.map(() => randomBelow(group.q));
        const at = (x: bigint) =>
          coefficients.reduceRight((sum, coefficient) => group.modQ(sum * x + coefficient), 0n);
        const terms = places.map((place) => lagrange(group, place, places) * at(BigInt(place)));
        expect(group.modQ(terms.reduce((sum, term) => sum + term, 0n))).toBe(coefficients[0]);
      }),
    );
  });
});

describe('randomness', () => {
  test('[P] is below its limit', () => {
    assert(
      property(bigInt(1n, 1n << 300n), (limit) => {
        const value = randomBelow(limit);
        expect(value >= 0n && value < limit).toBe(true);
      }),
    );
    expect(new Set(Array.from({ length: 200 }, () => randomBelow(3n))).size).toBe(3);
    expect(randomToken(22)).toMatch(/^[1-9A-HJ-NP-Za-km-z]{22}$/);
  });
});

describe('credentials', () => {
  test('[C] a credential of belenios-tool gives the public part that the tool published', () => {
    const key = publicCredential(group, 'mrRHGSyKhHssM2', 'yLK-PVR-Pt5-JF1-XqG').toString();
    expect(createHash('sha256').update(key).digest('hex')).toBe(
      'ee50452e243a6f8d89dcd3403903143d9b9596878440a1c55a77d24e477a67bf',
    );
  });

  test('[C] a typing error is found', () => {
    const credential = createCredential();
    expect(credential).toMatch(/^(...-){4}...$/);
    expect(isCredential(credential)).toBe(true);
    expect(isCredential(credential.replaceAll('-', ''))).toBe(true);
    const other = credential.startsWith('2') ? '3' : '2';
    expect(isCredential(other + credential.slice(1))).toBe(false);
    for (const wrong of ['', 'abc', `${credential}1`, credential.replace(/.$/, '0')]) {
      expect(isCredential(wrong)).toBe(false);
      expect(() => publicCredential(group, 'x', wrong)).toThrow(RangeError);
    }
  });

  test('[C] the list says weights where there are any, and its order says nothing', () => {
    expect(publicCredentialList([20n, 3n, 100n])).toEqual(['100', '20', '3']);
    expect(readCredentials(['5', '6,3', '7,,v1', '8,0,a,b'], '')).toEqual([
      { credential: 5n, weight: 1n },
      { credential: 6n, weight: 3n },
      { credential: 7n, weight: 1n },
      { credential: 8n, weight: 0n },
    ]);
    for (const line of ['', 'x', '05', '5,-1', '5,1e3', ' 5', '5;1']) {
      expect(() => readCredentials([line], '')).toThrow(FormatError);
    }
  });
});

describe('messages', () => {
  const question: Question = { answers: ['A', 'B'], min: 1, max: 1, question: 'Q "x" \u007f\n' };
  const plan = { name: 'N', description: 'D', questions: [question] };

  test('[J] an election is read as it was written', () => {
    const json = makeElection(plan, createUuid(), 'BELENIOS-2048', group.g);
    expect(json).toContain(String.raw`Q \"x\" \u007f\n`);
    expect(encode(decode(json, readElection))).toBe(json);
    expect(() => decode(`${json} `, readElection)).toThrow(FormatError);
    const impossible = { ...question, min: 2, max: 1 };
    expect(() =>
      makeElection({ ...plan, questions: [impossible] }, 'u', 'BELENIOS-2048', 1n),
    ).toThrow(RangeError);
  });

  test('[P] numbers of votes are written as belenios-tool writes them', () => {
    expect([written(0n), written((1n << 30n) - 1n), written(1n << 30n)]).toEqual([
      0,
      1073741823,
      '1073741824',
    ]);
    assert(
      property(bigInt(0n, 1n << 60n), (value) => {
        expect(BigInt(writtenNumber(written(value), ''))).toBe(value);
      }),
    );
    for (const wrong of ['5', 1073741824, -1, 1.5, '01073741824', null]) {
      expect(() => writtenNumber(wrong, '')).toThrow(FormatError);
    }
  });

  test('[J] a tracker is the Base64 of the hash without its padding', () => {
    const expected = createHash('sha256').update('Đồng ý').digest('base64').replace('=', '');
    expect(trackerOf('Đồng ý')).toBe(expected);
  });

  test('[J] choices answer a question or do not', () => {
    const blank: Question = { ...question, answers: ['A', 'B', 'C'], blank: true, min: 1, max: 2 };
    expect(mayAnswer(question, [0, 1])).toBe(true);
    for (const no of [[1, 1], [0, 0], [1], [1, 0, 0], [2, 0], [0.5, 0.5]]) {
      expect(mayAnswer(question, no)).toBe(false);
    }
    expect(mayAnswer(blank, [1, 0, 0, 0])).toBe(true);
    expect(mayAnswer(blank, [0, 1, 1, 0])).toBe(true);
    for (const no of [
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 1, 1, 1],
      [1, 0, 0],
    ]) {
      expect(mayAnswer(blank, no)).toBe(false);
    }
  });
});

describe('the archive', () => {
  test('[P] events are read as they were appended, and refer to each other', () => {
    assert(
      property(uniqueArray(string({ unit: 'grapheme' }), { maxLength: 8 }), (ballots) => {
        let { bytes, head } = startArchive(1_800_000_000);
        const parts = [bytes];
        for (const ballot of ballots) {
          ({ bytes, head } = appendEvent(head, 'Ballot', [ballot]));
          parts.push(bytes);
        }
        const archive = readArchive(Buffer.concat(parts));
        expect(archive.head).toEqual(head);
        expect(archive.events.map(({ data }) => data[0]?.text)).toEqual(ballots);
      }),
    );
    const { head } = startArchive(1);
    expect(() => appendEvent(head, 'Ballot', [])).toThrow(RangeError);
  });
});

const bytes = (length: number) => uint8Array({ minLength: length, maxLength: length });

/** Encrypted by us, decrypted by OpenSSL and by us, and refused when changed. */
function check(key: Uint8Array, iv: Uint8Array, message: Uint8Array): void {
  const data = encryptCcm(key, iv, message);
  const nonce = iv.subarray(0, message.length < 65_536 ? 13 : 12);
  const decipher = createDecipheriv('aes-256-ccm', key, nonce, { authTagLength: 8 });
  decipher.setAuthTag(data.subarray(-8));
  expect(Buffer.compare(decipher.update(data.subarray(0, -8)), message)).toBe(0);
  decipher.final();
  expect(Buffer.compare(decryptCcm(key, iv, data) ?? Buffer.from('?'), message)).toBe(0);
  data[0] = (data[0] ?? 0) ^ 1;
  expect(decryptCcm(key, iv, data)).toBeNull();
}

describe('AES in CCM mode', () => {
  test('[P] is what OpenSSL knows, for any length', () => {
    const long = crypto.getRandomValues(new Uint8Array(65_536));
    assert(
      property(bytes(32), bytes(32), uint8Array({ maxLength: 70 }), (key, iv, message) =>
        check(key, iv, message),
      ),
    );
    check(long.subarray(0, 32), long.subarray(32, 64), long);
    expect(decryptCcm(long.subarray(0, 32), long.subarray(32, 64), new Uint8Array(7))).toBeNull();
  });
});
