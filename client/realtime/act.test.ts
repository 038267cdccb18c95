import { expect, it } from 'vitest';
import { createActs } from './act.ts';
import { Refusal } from './refusal.ts';

const ids: string[] = [];
const done = async (id: string) => ids.push(id);
const fails = (code: 'timeout' | 'conflict') => async (id: string) => {
  ids.push(id);
  throw new Refusal(code);
};

it('[once] the same again after a silence is the same act', async () => {
  ids.length = 0;
  const act = createActs();
  await expect(act({ a: 1 }, fails('timeout'))).rejects.toThrow('timeout');
  await act({ a: 1 }, done);
  expect(ids[1]).toBe(ids[0]);
});

it('[once] after an answer, a refusal or a change it is a new act', async () => {
  ids.length = 0;
  const act = createActs();
  await act({ a: 1 }, done);
  await expect(act({ a: 1 }, fails('conflict'))).rejects.toThrow('conflict');
  await expect(act({ a: 1 }, fails('timeout'))).rejects.toThrow('timeout');
  await act({ a: 2 }, done);
  expect(new Set(ids).size).toBe(4);
});
