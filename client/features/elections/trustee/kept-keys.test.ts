import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { assert, asyncProperty, shuffledSubarray } from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../../models/ids.ts';
import { decrypting, keyStore, made, mayDecrypt, saved, sentAs } from './kept-keys.ts';
import type { LockedKey } from './locked-key.ts';

const uuid = 'abcdefghijkmno';
const personId = newId();
const tab = (person = personId) => keyStore(uuid, person);

const locked = (sealed: string): LockedKey => ({
  kind: 'nghi-truong.trustee-key',
  version: 1,
  uuid,
  place: 1,
  pollId: newId(),
  question: 'Có đồng ý?',
  scrypt: { N: 65_536, r: 8, p: 1 },
  salt: '00'.repeat(16),
  nonce: '00'.repeat(12),
  sealed,
});
const first = locked('aa');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a share of a key in a browser with several tabs', () => {
  it('[TK6] is the first that a tab has made, also when they make one at once', async () => {
    const kept = await Promise.all(
      ['aa', 'bb', 'cc'].map((sealed) => tab().change(made(locked(sealed), false))),
    );
    expect(new Set(kept.map((one) => one?.locked.sealed)).size).toBe(1);
    expect(await tab().recall()).toEqual(kept[0]);
    expect(await tab(newId()).recall()).toBeNull();
  });

  it('[TK7] loses nothing of what tabs note at once, in whatever order', async () => {
    const steps = [saved, sentAs('7'), decrypting('sum')];
    await assert(
      asyncProperty(shuffledSubarray(steps, { minLength: steps.length }), async (all) => {
        const person = newId();
        await tab(person).change(made(first, false));
        await Promise.all(all.map((step) => tab(person).change(step)));
        expect(await tab(person).recall()).toEqual({
          locked: first,
          isSaved: true,
          publicKey: '7',
          decrypted: 'sum',
        });
      }),
      { numRuns: 10 },
    );
  });

  it('[TK8] decrypts one sum only, whatever the server hands to which tab', async () => {
    await tab().change(made(first, true));
    const sums = ['one', 'other', 'third'];
    const kept = await Promise.all(sums.map((sum) => tab().change(decrypting(sum))));
    const may = sums.filter((sum, at) => mayDecrypt(kept[at] ?? null, sum));
    expect(may).toHaveLength(1);
    const again = await tab().change(decrypting(may[0] ?? ''));
    expect(mayDecrypt(again, may[0] ?? '')).toBe(true);
  });

  it('[TK9] is shown in the others as soon as one has changed it, and is no news for other shares', async () => {
    const news = vi.fn<() => void>();
    const others = vi.fn<() => void>();
    const ends = [tab().listen(news), tab(newId()).listen(others)];
    await tab().change(made(first, false));
    await vi.waitFor(() => expect(news).toHaveBeenCalledOnce());
    expect(others).not.toHaveBeenCalled();
    for (const end of ends) end();
  });

  it('[TK10] that cannot be read is not written over by a new one', async () => {
    const strange = { ...first, version: 2 };
    await tab().change(() => ({
      locked: strange as never,
      isSaved: true,
      publicKey: null,
      decrypted: null,
    }));
    await expect(tab().change(made(first, false))).rejects.toThrow();
    await expect(tab().recall()).rejects.toThrow();
  });
});
