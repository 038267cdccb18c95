import { expect, test } from 'vitest';
import { formatBytes, formatDuration } from './duration.ts';

test.each([
  [0, '0:00'],
  [-3, '0:00'],
  [59.9, '0:59'],
  [723, '12:03'],
  [3723, '1:02:03'],
])('[RC1] %d seconds are %s', (seconds, words) => expect(formatDuration(seconds)).toBe(words));

test.each([
  [400, 'vi', '0,4 kB'],
  [999_600, 'vi', '1 MB'],
  [1_340_000_000, 'vi', '1,3 GB'],
  [1_340_000_000, 'en', '1.3 GB'],
  [52_000_000_000_000, 'en', '52,000 GB'],
])('[RC2] %d bytes are, in %s, %s', (bytes, language, words) =>
  expect(formatBytes(bytes, language)).toBe(words),
);
