import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../../../models/ids.ts';
import { namesOf } from './waiting-words.ts';

const person = (fullName: string) => ({
  personId: newId(),
  fullName,
  since: '2025-11-22T01:40:00Z',
});

it('[door] who came last is named first, and those who are not named are counted', () => {
  expect(namesOf([person('An'), person('Bình'), person('Chi'), person('Dũng')])).toEqual({
    names: 'Dũng, Chi, Bình',
    rest: 1,
  });
  fc.assert(
    fc.property(fc.nat(50), (size) => {
      const { names, rest } = namesOf(Array.from({ length: size }, () => person('An')));
      expect(names.split(', ').filter(Boolean).length + rest).toBe(size);
    }),
  );
});
