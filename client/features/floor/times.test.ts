import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf, lengthsWith } from './times.ts';

it('[floor] the time that is set can always be chosen, the shortest first and no limit last', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 10, max: 7200 })), (seconds) => {
      const all = lengthsWith(seconds);
      expect(all).toContain(seconds);
      expect(new Set(all).size).toBe(all.length);
      expect(all.at(-1)).toBeNull();
      const limited = all.flatMap((one) => one ?? []);
      expect(limited).toEqual(limited.toSorted((a, b) => a - b));
      expect(lengthOf(String(seconds))).toBe(seconds);
    }),
  );
});
