import { expect, test } from 'vitest';
import { bySpeaker } from './speakers.ts';

const turn = (personId: string, from: number, to: number) => ({
  personId,
  fullName: personId.toUpperCase(),
  office: '',
  from,
  to,
});

test('[RC3] all turns of a person stand in one line, in the order in which people first spoke', () => {
  const timeline = [turn('binh', 0, 10), turn('an', 10, 12), turn('binh', 12, 20)];
  const speakers = bySpeaker(timeline);
  expect(speakers.map(({ fullName, seconds }) => [fullName, seconds])).toEqual([
    ['BINH', 18],
    ['AN', 2],
  ]);
  expect(speakers[0]?.turns).toEqual([timeline[0], timeline[2]]);
});
