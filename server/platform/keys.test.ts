import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Keys, loadKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'nghi-truong-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'keys', 'master.key');
const keys: Keys = loadKeys(file);

describe('keys', () => {
  test('[K1] the master key is made once, for the owner alone', () => {
    const before = readFileSync(file);
    expect(before).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadKeys(file).keyId).toBe(keys.keyId);
    expect(readFileSync(file)).toEqual(before);
  });

  test('[K2] what is sealed opens again, also after a restart', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2100 }), fc.string(), (plain, context) => {
        const sealed = keys.seal(plain, context);
        expect(new Uint8Array(loadKeys(file).open(sealed, context))).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('[K2] two seals of the same are never alike', () => {
    expect(keys.seal(Buffer.from('a'), 'c')).not.toEqual(keys.seal(Buffer.from('a'), 'c'));
  });

  test('[K3] another context, another key or one changed bit does not open', () => {
    const sealed = keys.seal(Buffer.from('template'), 'person 1');
    expect(() => keys.open(sealed, 'person 2')).toThrow();
    expect(() => loadKeys(join(folder, 'other.key')).open(sealed, 'person 1')).toThrow();
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => keys.open(changed, 'person 1')).toThrow();
      }),
    );
    expect(() => keys.open(sealed.subarray(0, 20), 'person 1')).toThrow();
  });

  test('[K4] signatures keep purposes and parts apart', () => {
    const macs = [
      keys.mac('a', 'b', 'c'),
      keys.mac('a', 'bc'),
      keys.mac('ab', 'c'),
      keys.mac('a', 'b', 'c', ''),
    ];
    expect(new Set(macs).size).toBe(macs.length);
    expect(keys.mac('a', 'b', 'c')).toBe(macs[0]);
  });

  test('a key file of another length is refused', () => {
    const short = join(folder, 'short.key');
    writeFileSync(short, 'not a key');
    expect(() => loadKeys(short)).toThrow('32 bytes');
  });
});
