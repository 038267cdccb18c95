import { describe, expect, it } from 'vitest';
import { newId } from '../../../models/ids.ts';
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

const person = newId();
const poll = newId();

describe('ballotMemory', () => {
  it('[ballot] a choice and its request outlive a reload', () => {
    const storage = createStorage();
    const kept = { choice: 'against' as const, requestId: newId() };
    ballotMemory(person, poll, () => storage).keep(kept);
    expect(ballotMemory(person, poll, () => storage).recall()).toEqual(kept);
  });

  it('[ballot] another person or poll in the same browser sees nothing of it', () => {
    const storage = createStorage();
    ballotMemory(person, poll, () => storage).keep({ choice: 'for', requestId: null });
    expect(ballotMemory(newId(), poll, () => storage).recall()).toBeNull();
    expect(ballotMemory(person, newId(), () => storage).recall()).toBeNull();
  });

  it('[ballot] nothing of it remains once it is recorded', () => {
    const storage = createStorage();
    const memory = ballotMemory(person, poll, () => storage);
    memory.keep({ choice: 'for', requestId: null });
    memory.forget();
    expect(storage).toHaveLength(0);
  });

  it('[ballot] what someone else wrote there is no choice', () => {
    const storage = createStorage();
    const key = `nghi-truong.ballot.${person}.${poll}`;
    for (const junk of ['{', '"for"', '{"choice":"yes","requestId":null}', '{"choice":"for"}']) {
      storage.setItem(key, junk);
      expect(ballotMemory(person, poll, () => storage).recall()).toBeNull();
    }
  });

  it('[ballot] a browser that keeps nothing can still vote', () => {
    const memory = ballotMemory(person, poll, () => {
      throw new Error('denied');
    });
    memory.keep({ choice: 'for', requestId: null });
    memory.forget();
    expect(memory.recall()).toBeNull();
  });
});
