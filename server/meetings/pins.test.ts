import { expect, it } from 'vitest';
import { pinsFor } from './pins.ts';

it('[M10] everyone gets six digits that nobody else in the meeting has; given ones stay', () => {
  const people = Array.from({ length: 2000 }, (_, index) => `person-${index}`);
  const given = new Map([['person-7', '000042']]);
  const pins = pinsFor(people, given);
  expect(pins.size).toBe(2000);
  expect(new Set(pins.values()).size).toBe(2000);
  expect([...pins.values()].every((pin) => /^\d{6}$/.test(pin))).toBe(true);
  expect(pins.get('person-7')).toBe('000042');
});
