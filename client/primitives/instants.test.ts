import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinInstant, splitInstant } from './instants.ts';

it('[dates] what a person enters gives back the same minute', () => {
  const years = { min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
      const { day, time } = splitInstant(minute);
      expect(joinInstant(day, time)).toBe(minute);
    }),
  );
});
