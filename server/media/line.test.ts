import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { mediaPeers } from '../../models/contracts/media.ts';
import type { DataOf } from '../../models/contracts/event.ts';
import { newId } from '../../models/ids.ts';
import { type Stage, eventually, openStage, openTab } from './testing/stage.ts';

/** What a broken line does, and in what order a meeting hears of who comes and goes. */
let stage: Stage;
const join: Stage['join'] = (...args) => stage.join(...args);
const names = () => stage.publisher.sent.map(({ name }) => name);
const comings = () => stage.publisher.named('media:peers') as DataOf<typeof mediaPeers>[];
const told = () => ({
  joined: comings().flatMap(({ joined }) => joined.map(({ peerId }) => peerId)),
  left: comings().flatMap(({ left }) => left),
});

afterEach(() => stage.close());

describe('a broken line', () => {
  beforeEach(async () => {
    stage = await openStage();
  });

  test('[L1] leaves the stay as it is, and goes on under the same name without a word to anyone', async () => {
    const an = newId();
    const [anTab, newTab, binhTab] = [openTab(), openTab(), openTab()];
    const { peerId } = await join(an, anTab);
    const binh = await join(newId(), binhTab);
    const { producerId } = await stage.speak(anTab);
    await stage.speak(binhTab);
    await eventually(() => expect(told().joined).toHaveLength(2));
    anTab.breakOff();
    const before = names().length;
    const state = await join(an, newTab, { resume: peerId });
    expect(state).toMatchObject({
      peerId,
      resumed: true,
      peers: [{ peerId: binh.peerId }],
      producers: [{ peerId: binh.peerId }],
    });
    expect(state.producers).toHaveLength(1);
    expect(
      names()
        .slice(before)
        .filter((name) => name === 'media:peers'),
    ).toEqual([]);
    // Its own streams stand, and it is told how they are.
    await stage.media.pause(stage.meetingId, { producerId, paused: true }, newTab);
    await eventually(() =>
      expect(newTab.heard).toMatchObject([{ data: { streams: [{ producerId }] } }]),
    );
  });

  test('[L2] the new line may come before the end of the old one is noticed', async () => {
    const an = newId();
    const [oldTab, newTab] = [openTab(), openTab()];
    const { peerId } = await join(an, oldTab);
    expect(await join(an, newTab, { resume: peerId })).toMatchObject({ resumed: true });
    oldTab.breakOff();
    expect(oldTab.heard).toEqual([]);
    expect(stage.media.peerOf(stage.meetingId, newTab).peerId).toBe(peerId);
    expect(() => stage.media.peerOf(stage.meetingId, oldTab)).toThrow();
  });

  test('[L3] nobody goes on with the stay of another', async () => {
    const { peerId } = await join(newId(), openTab());
    const binh = await join(newId(), openTab(), { resume: peerId });
    expect(binh).toMatchObject({ resumed: false });
    expect(binh.peerId).not.toBe(peerId);
  });

  test('[L4] who comes back without a word begins anew, and the old stay ends', async () => {
    const an = newId();
    const [oldTab, newTab] = [openTab(), openTab()];
    const { peerId } = await join(an, oldTab);
    await stage.speak(oldTab);
    oldTab.breakOff();
    expect(await join(an, newTab)).toMatchObject({ resumed: false, producers: [] });
    await eventually(() => expect(told().left).toEqual([peerId]));
  });

  test('[L5] what is told to someone without a line is no error', async () => {
    const an = newId();
    const tab = openTab();
    await join(an, tab);
    const { producerId } = await stage.speak(tab);
    tab.breakOff();
    await stage.media.mute(stage.secretary, stage.meetingId, an);
    expect(stage.streamsTold().changed.at(-1)).toMatchObject({
      producerId,
      paused: true,
    });
  });

  test('[L6] a closed meeting waits for nobody', async () => {
    const an = newId();
    const tab = openTab();
    const { peerId } = await join(an, tab);
    tab.breakOff();
    await stage.media.closeRoom(stage.meetingId);
    expect(await stage.roomsOnNode()).toBe(0);
    expect(await join(an, openTab(), { resume: peerId })).toMatchObject({ resumed: false });
  });
});

describe('when nobody comes back', () => {
  beforeEach(async () => {
    stage = await openStage({ gracePeriod: 20 });
  });

  test('[L7] the stay ends with the grace, and is told once', async () => {
    const an = newId();
    const [tab, watcher] = [openTab(), openTab()];
    const { peerId } = await join(an, tab);
    await join(newId(), watcher);
    tab.breakOff();
    await eventually(() => expect(told().left).toEqual([peerId]));
    expect(await join(an, openTab(), { resume: peerId })).toMatchObject({ resumed: false });
    expect(told().left).toEqual([peerId]);
  });

  test('[L8] the room ends with the last stay', async () => {
    const tab = openTab();
    await join(newId(), tab);
    tab.breakOff();
    await eventually(async () => expect(await stage.roomsOnNode()).toBe(0));
  });
});

describe('what is gathered', () => {
  beforeEach(async () => {
    stage = await openStage();
  });

  test('[G1] a hall that comes in together is told in few words, and nobody is left out', async () => {
    const states = await Promise.all(Array.from({ length: 60 }, () => join(newId(), openTab())));
    const all = states.map(({ peerId }) => peerId);
    await eventually(() => expect(new Set(told().joined)).toEqual(new Set(all)));
    expect(comings().length).toBeLessThan(10);
    for (const { peerId, peers } of states) {
      const known = new Set([...peers.map((peer) => peer.peerId), ...told().joined]);
      expect([...known].filter((one) => one !== peerId)).toHaveLength(59);
    }
  });

  test('[G2] nobody hears of a stream before hearing of who sends it', async () => {
    await join(newId(), openTab());
    const tab = openTab();
    const { peerId } = await join(newId(), tab);
    await stage.speak(tab);
    const { sent } = stage.publisher;
    const firstWord = sent.findIndex(({ data }) => JSON.stringify(data).includes(peerId));
    expect(sent[firstWord]?.name).toBe('media:peers');
    expect(sent[firstWord + 1]).toMatchObject({
      name: 'media:streams',
      data: { streams: [{ peerId }] },
    });
  });

  test('[G3] who came and went between two words is told as gone, for someone knew of them', async () => {
    await join(newId(), openTab());
    const tab = openTab();
    const { peerId } = await join(newId(), tab);
    const watcher = await join(newId(), openTab());
    expect(watcher.peers.map((peer) => peer.peerId)).toContain(peerId);
    await stage.media.leave(stage.meetingId, tab);
    await eventually(() => expect(told().left).toEqual([peerId]));
  });

  test('[G5] microphones that are locked together are told together; one that is switched on, at once', async () => {
    const tabs = Array.from({ length: 8 }, () => openTab());
    for (const tab of tabs) await join(newId(), tab);
    const made = await Promise.all(tabs.map((tab) => stage.speak(tab)));
    const before = stage.publisher.sent.length;
    stage.desk.setRights({ everyone: false, personIds: new Set(), room: false });
    const locked = () =>
      stage.streamsTold().changed.flatMap((stream) => (stream.locked ? [stream.producerId] : []));
    const all = made.map(({ producerId }) => producerId);
    await eventually(() => expect(new Set(locked())).toEqual(new Set(all)));
    expect(stage.publisher.sent.length - before).toBeLessThan(made.length / 2);
    stage.desk.setRights({ everyone: true });
    const [one] = made;
    const [tab] = tabs;
    if (!one || !tab) throw new Error('nobody speaks');
    const { producerId } = one;
    await eventually(() =>
      expect(stage.streamsTold().changed.at(-1)).toMatchObject({ locked: false }),
    );
    await stage.media.pause(stage.meetingId, { producerId, paused: false }, tab);
    expect(stage.streamsTold().changed).toContainEqual(
      expect.objectContaining({ producerId, paused: false, locked: false }),
    );
  });

  test('[G6] who comes later is told of the lines that are not good', async () => {
    const [an, binh] = [openTab(), openTab()];
    const { peerId } = await join(newId(), an);
    await join(newId(), binh);
    const poor = { level: 'poor', reason: 'loss' } as const;
    stage.media.tellQuality(stage.meetingId, poor, an);
    stage.media.tellQuality(stage.meetingId, { level: 'good', reason: null }, binh);
    expect((await join(newId(), openTab())).qualities).toEqual([{ peerId, quality: poor }]);
    stage.media.tellQuality(stage.meetingId, { level: 'good', reason: null }, an);
    expect((await join(newId(), openTab())).qualities).toEqual([]);
  });

  test('[G4] of each line the newest word is told', async () => {
    const [an, binh] = [openTab(), openTab()];
    const { peerId } = await join(newId(), an);
    await join(newId(), binh);
    const tell = (level: 'good' | 'fair' | 'poor', tab = an) =>
      stage.media.tellQuality(stage.meetingId, { level, reason: null }, tab);
    for (const level of ['good', 'fair', 'poor'] as const) tell(level);
    await eventually(() =>
      expect(stage.publisher.named('media:qualities')).toMatchObject([
        { qualities: [{ peerId, quality: { level: 'good' } }] },
        { qualities: [{ peerId, quality: { level: 'poor' } }] },
      ]),
    );
  });
});
