import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptHours, mostKept } from '../../../../models/contracts/kiosk.ts';
import { newId } from '../../../../models/ids.ts';
import { type Keeping, openKeeping } from './keeping.ts';
import { type Attempt, importKey } from './sealing.ts';

const key = (byte: number) =>
  importKey(btoa(String.fromCodePoint(...new Uint8Array(32).fill(byte))));
const attempt = (sign: Attempt['sign'] = { code: '123456' }): Attempt => ({
  id: newId(),
  meetingId: newId(),
  at: '2026-03-02T01:40:00.000Z',
  sign,
});
const passed = (hours: number) =>
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + hours * 3_600_000);
const lost = ({ id, meetingId, at }: Attempt, reason: string, method = 'code') => ({
  id,
  meetingId,
  at,
  sign: { lost: reason, method },
});

let keeping: Keeping;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  keeping = await openKeeping();
});
afterEach(() => {
  keeping.close();
  vi.restoreAllMocks();
});

describe('what a browser keeps of those who came while it was cut off', () => {
  it('[KL1] comes out whole and in order, and stays until it is removed', async () => {
    await keeping.setKey(await key(7));
    const [one, other] = [attempt(), attempt({ frames: [new Uint8Array([1, 2])] })];
    for (const each of [one, other]) expect(await keeping.keep(each)).toBe(true);
    expect((await keeping.oldest())?.late).toEqual(one);
    const first = await keeping.oldest();
    expect(first?.late).toEqual(one);
    await first?.remove();
    expect((await keeping.oldest())?.late).toEqual(other);
  });

  it('[KL2] and is too old is told as expired, with its time and without its picture', async () => {
    await keeping.setKey(await key(7));
    const old = attempt({ frames: [new Uint8Array([1, 2])] });
    await keeping.keep(old);
    passed(keptHours);
    expect((await keeping.oldest())?.late).toEqual(lost(old, 'expired', 'face'));
    expect(await keeping.count()).toBe(1);
  });

  it('[KL3] sheds its picture when it is too old, also while nothing can be sent', async () => {
    await keeping.setKey(await key(7));
    const [old, fresh] = [attempt(), attempt()];
    await keeping.keep(old);
    passed(keptHours);
    await keeping.keep(fresh);
    await keeping.shed();
    vi.restoreAllMocks();
    // By the clock of before it would be young enough: only what is gone cannot come back.
    const found = await keeping.oldest();
    expect(found?.late).toEqual(lost(old, 'expired'));
    await found?.remove();
    expect((await keeping.oldest())?.late).toEqual(fresh);
  });

  it('[KL4] and was sealed with a key that is gone is told as unreadable', async () => {
    await keeping.setKey(await key(7));
    const kept = attempt();
    await keeping.keep(kept);
    await keeping.setKey(await key(8));
    expect((await keeping.oldest())?.late).toEqual(lost(kept, 'unreadable'));
  });

  it('[KL5] and had no key or no room is told as not kept', async () => {
    const early = attempt();
    expect(await keeping.keep(early)).toBe(false);
    await keeping.setKey(await key(7));
    expect((await keeping.oldest())?.late).toEqual(lost(early, 'not_kept'));
    for (let count = 1; count < mostKept; count += 1) await keeping.keep(attempt());
    const late = attempt();
    expect(await keeping.keep(late)).toBe(false);
    expect(await keeping.count()).toBe(mostKept + 1);
    for (let count = 0; count < mostKept; count += 1) await (await keeping.oldest())?.remove();
    expect((await keeping.oldest())?.late).toEqual(lost(late, 'not_kept'));
  });

  it('[KL6] and was refused for good is told as lost from then on', async () => {
    await keeping.setKey(await key(7));
    const refused = attempt();
    await keeping.keep(refused);
    await (await keeping.oldest())?.lose('unreadable');
    expect((await keeping.oldest())?.late).toEqual(lost(refused, 'unreadable'));
  });
});
