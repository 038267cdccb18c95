import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('[L1] is written as in the examples of RFC 8785', () => {
    // Section 3.2.2, but for the letters that its example escapes.
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    // Section 3.2.3: keys by UTF-16 code units.
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(written).toBe('{"\\r":0,"1":0,"\u0080":0,"ö":0,"€":0,"😀":0,"\ufb33":0}');
  });

  it('[L2] refuses what JSON cannot hold', () => {
    for (const value of [NaN, Infinity, '\ud800', { '\udc00': 1 }])
      expect(() => canonicalJson(value)).toThrow(RangeError);
    expect(canonicalJson(-0)).toBe('0');
  });

  it('[L3] is the same for equal values, and reads back as the value', () => {
    const values = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary-ascii' });
    fc.assert(
      fc.property(values, (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const written = canonicalJson(json);
        expect(JSON.parse(written)).toEqual(json);
        expect(canonicalJson(turned(json))).toBe(written);
      }),
    );
  });
});

/** The same value with the keys of objects in the opposite order. */
function turned(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, turned(one)]),
  );
}
