import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disposition, readRange } from './send-file.ts';

test.each([
  [undefined, null],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=20-10', null],
  ['bytes=0-1,5-9', null],
  ['lines=0-1', null],
])('[P1] of 100 bytes, "%s" asks for %j', (header, range) =>
  expect(readRange(header, 100)).toEqual(range),
);

test('[P2] whatever is asked, no byte outside the file is given', () => {
  fc.assert(
    fc.property(fc.option(fc.nat()), fc.option(fc.nat()), fc.nat(), (first, last, size) => {
      const range = readRange(`bytes=${first ?? ''}-${last ?? ''}`, size);
      if (range === null || range === 'unsatisfiable') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThan(size);
    }),
  );
});

test('[P3] a name is given as it is, and in plain letters for what cannot read it', () => {
  const header = disposition('Kỳ họp "Đổi mới" (1).webm');
  expect(header).toContain('filename="Ky hop _Doi moi_ (1).webm"');
  expect(header).toContain("filename*=UTF-8''K%E1%BB%B3%20h");
  expect(header).toContain('%22%C4%90%E1%BB%95i%20m%E1%BB%9Bi%22%20%281%29.webm');
});
