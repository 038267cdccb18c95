import { describe, expect, it } from 'vitest';
import { newId } from '../../../../models/ids.ts';
import { ballotMemory } from './ballot-memory.ts';

/** What `sessionStorage` does, as far as it is used. */
function createStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

const key = { personId: newId(), pollId: newId(), voterId: newId() };
const marks = { kind: 'motion' as const, choice: 'for' as const };
const marked = { marks, requestId: null, replaces: null };

describe('ballotMemory', () => {
  it('[ballot] a choice and its request outlive a reload', () => {
    const storage = createStorage();
    const kept = { marks, requestId: newId(), replaces: 3 };
    ballotMemory(key, () => storage).keep(kept);
    expect(ballotMemory(key, () => storage).recall()).toEqual(kept);
  });

  it('[ballot] another person, poll or voter in the same browser sees nothing of it', () => {
    const storage = createStorage();
    ballotMemory(key, () => storage).keep(marked);
    for (const part of ['personId', 'pollId', 'voterId'])
      expect(ballotMemory({ ...key, [part]: newId() }, () => storage).recall()).toBeNull();
  });

  it('[ballot] nothing of it remains once it is recorded', () => {
    const storage = createStorage();
    const memory = ballotMemory(key, () => storage);
    memory.keep(marked);
    memory.forget();
    expect(storage).toHaveLength(0);
  });

  it('[ballot] what someone else wrote there is no choice', () => {
    const storage = createStorage();
    const name = `nghi-truong.ballot.${key.personId}.${key.pollId}.${key.voterId}`;
    const choice = { ...marks, choice: 'yes' };
    for (const junk of [
      '{',
      '"for"',
      JSON.stringify({ ...marked, marks: choice }),
      '{"marks":{}}',
    ]) {
      storage.setItem(name, junk);
      expect(ballotMemory(key, () => storage).recall()).toBeNull();
    }
  });

  it('[ballot] a browser that keeps nothing can still vote', () => {
    const memory = ballotMemory(key, () => {
      throw new Error('denied');
    });
    memory.keep(marked);
    memory.forget();
    expect(memory.recall()).toBeNull();
  });
});
