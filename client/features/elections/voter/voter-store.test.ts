import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { assert, asyncProperty, constantFrom, array } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isCredential } from '../../../../models/belenios/credentials.ts';
import { createUuid } from '../../../../models/belenios/election.ts';
import { newId } from '../../../../models/ids.ts';
import {
  beginFor,
  isSent,
  recorded,
  refused,
  registered,
  sending,
  turnedDown,
  withPublicPart,
} from './kept-voter.ts';
import { voterStore } from './voter-store.ts';

const key = { personId: newId(), pollId: newId() };
const uuid = createUuid();
const ballot = { ballot: '{"first":1}', tracker: 'a'.repeat(43) };
const other = { ballot: '{"second":1}', tracker: 'b'.repeat(43) };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('what a voter’s browser keeps', () => {
  it('[E140] two tabs that begin at once share one credential', async () => {
    const tabs = [voterStore(key), voterStore(key), voterStore(key)];
    const made = await Promise.all(tabs.map((tab) => tab.change(beginFor(uuid))));
    expect(new Set(made.map((one) => one?.credential)).size).toBe(1);
    expect(isCredential(made[0]?.credential ?? '')).toBe(true);
    expect(await voterStore(key).recall()).toEqual(made[0]);
  });

  it('[E140] each person and poll in the same browser has one of its own', async () => {
    const made = await voterStore(key).change(beginFor(uuid));
    for (const part of ['personId', 'pollId']) {
      const another = voterStore({ ...key, [part]: newId() });
      expect(await another.recall()).toBeNull();
      expect((await another.change(beginFor(uuid)))?.credential).not.toBe(made?.credential);
    }
  });

  it('[E140] an election that was begun again gets a new credential, and late answers touch it not', async () => {
    const store = voterStore(key);
    const before = await store.change(beginFor(uuid));
    await store.change(withPublicPart(uuid, '123'));
    await store.change(registered(uuid));
    const again = createUuid();
    const after = await store.change(beginFor(again));
    expect(after).toMatchObject({ uuid: again, isRegistered: false, publicPart: null });
    expect(after?.credential).not.toBe(before?.credential);
    await store.change(registered(uuid));
    await store.change(refused(uuid));
    expect(await store.recall()).toEqual(after);
  });

  it('[E140] a ballot that is on its way is the one that is sent, whatever is made meanwhile', async () => {
    const store = voterStore(key);
    await store.change(beginFor(uuid));
    await store.change(sending(uuid, ballot));
    expect((await store.change(sending(uuid, other)))?.pending).toEqual(ballot);
    const kept = await store.recall();
    expect([isSent(kept, ballot), isSent(kept, other), isSent(null, ballot)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await store.change(recorded(uuid, other.tracker)))?.pending).toEqual(ballot);
    const done = await store.change(recorded(uuid, ballot.tracker));
    expect(done).toMatchObject({ pending: null, tracker: ballot.tracker });
  });

  it('[E140] a ballot that was turned down leaves the receipt of the one before', async () => {
    const store = voterStore(key);
    await store.change(beginFor(uuid));
    await store.change(recorded(uuid, ballot.tracker));
    await store.change(sending(uuid, other));
    const after = await store.change(turnedDown(uuid, other.tracker));
    expect(after).toMatchObject({ pending: null, tracker: ballot.tracker });
  });

  it('[E140] whatever happens in whatever order, the credential stays until it is refused', async () => {
    const steps = constantFrom(
      beginFor(uuid),
      withPublicPart(uuid, '1'),
      registered(uuid),
      sending(uuid, ballot),
      recorded(uuid, ballot.tracker),
      turnedDown(uuid, ballot.tracker),
    );
    await assert(
      asyncProperty(array(steps, { maxLength: 8 }), async (taken) => {
        const store = voterStore({ personId: newId(), pollId: newId() });
        const made = await store.change(beginFor(uuid));
        for (const step of taken) await store.change(step);
        expect((await store.recall())?.credential).toBe(made?.credential);
      }),
      { numRuns: 30 },
    );
  });

  it('[E140] a browser that keeps nothing says so, instead of making what would be lost', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    await expect(voterStore(key).change(beginFor(uuid))).rejects.toThrow();
  });
});
