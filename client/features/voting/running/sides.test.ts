import { expect, it } from 'vitest';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import { mayDelegate, mayReceive } from './delegation-sides.ts';
import { missingOf, readyOf, waitingOf } from './turnout.ts';

const entry = (
  personId: string,
  state: RollEntry['state'],
  role: RollEntry['role'] = 'member',
): RollEntry => ({
  personId,
  fullName: personId,
  office: '',
  organisationName: null,
  role,
  seat: '',
  state,
  at: null,
  evidence: null,
});
const entries = [
  entry('chair', 'in_person', 'chair'),
  entry('online', 'online'),
  entry('excused', 'excused'),
  entry('absent', 'not_yet'),
  entry('guest', 'absent', 'guest'),
];
const someone = (personId: string) => ({ personId, fullName: personId });
const given = [{ from: someone('excused'), to: someone('online') }];
const line = (personId: string, part = {}) => ({
  personId,
  fullName: personId,
  office: '',
  connected: true,
  voted: false,
  castBy: null,
  ...part,
});

it('[delegation] only an absent member delegates, once; guests never', () => {
  expect(mayDelegate(entries, given).map(({ personId }) => personId)).toEqual(['absent']);
});

const names = (most: number) => mayReceive(entries, given, most).map(({ personId }) => personId);

it('[delegation] only a present member takes one, up to what the rules allow', () => {
  expect(names(1)).toEqual(['chair']);
  expect(names(2)).toEqual(['chair', 'online']);
  expect(names(0)).toEqual([]);
});

it('[ready] whoever has let another vote is not waited for, and not missing', () => {
  const items = [
    line('chair'),
    line('online', { connected: false }),
    line('excused', { connected: false, castBy: 'online' }),
  ];
  const { ready, notReady } = readyOf(items);
  expect(ready).toBe(2);
  expect(notReady.map(({ personId }) => personId)).toEqual(['online']);
  expect(missingOf(entries, items).map(({ personId }) => personId)).toEqual(['absent']);
});

it('[turnout] those whom a reminder reaches come first', () => {
  const items = [line('a', { connected: false }), line('b'), line('c', { voted: true })];
  expect(waitingOf(items).map(({ personId }) => personId)).toEqual(['b', 'a']);
});
