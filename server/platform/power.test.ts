import { assert, bigInt, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGroup } from '../../models/belenios/group.ts';
import { sha256Hex } from '../../models/belenios/hash.ts';
import { bigintPower } from '../../models/belenios/power.ts';
import { openssl } from './power.ts';

describe('OpenSSL’s powers', () => {
  test('[P] are the same as BigInt’s, for every base and exponent', () => {
    for (const name of ['BELENIOS-2048', 'RFC-3526-2048'] as const) {
      const { p, q, g } = createGroup(name);
      const [fast, slow] = [openssl.power(p), bigintPower(p)];
      const special = [0n, 1n, 2n, g, p - 1n, p - 2n];
      for (const base of special) {
        for (const exponent of [0n, 1n, 2n, q - 1n, q, q + 1n]) {
          expect(fast(base, exponent)).toBe(slow(base, exponent));
        }
      }
      const check = property(bigInt(0n, p - 1n), bigInt(0n, 1n << 300n), (base, exponent) => {
        expect(fast(base, exponent)).toBe(slow(base, exponent));
      });
      assert(check, { numRuns: 20 });
      // Longer than the modulus, as a weight of a voter might be.
      expect(fast(g, 1n << 3000n)).toBe(slow(g, 1n << 3000n));
    }
  });

  test('its hash is the same as ours', () => {
    expect(openssl.sha256('Đồng ý')).toBe(sha256Hex('Đồng ý'));
  });
});
