import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Id, newId } from '../../models/ids.ts';
import type { RtpSink } from '../../sfu/testing/rtp.ts';
import { deviceCaller } from '../testing/chamber.ts';
import { createGate } from '../testing/gate.ts';
import { type Stage, type Tab, eventually, openStage, openTab } from './testing/stage.ts';

/** Who may be heard, proven by the packets that come out of the real media node. */
let stage: Stage;
let an: Id;
let anTab: Tab;
let listener: Tab;

const only = (...personIds: Id[]) =>
  stage.desk.setRights({ everyone: false, personIds: new Set(personIds), room: false });
const everyone = () => stage.desk.setRights({ everyone: true });
const pause = (producerId: string, paused: boolean) =>
  stage.media.pause(stage.meetingId, { producerId, paused }, anTab);
const latest = () => stage.streamsTold().changed.at(-1);

/** Packets that come out within a moment in which a voice sends dozens. */
async function heardIn(sink: RtpSink): Promise<number> {
  const before = sink.packets.length;
  await sleep(500);
  return sink.packets.length - before;
}

beforeEach(async () => {
  stage = await openStage();
  an = newId();
  anTab = openTab();
  listener = openTab();
  await stage.join(an, anTab);
  await stage.join(newId(), listener);
});
afterEach(() => stage.close());

describe('in chaired mode', () => {
  test('[M1] not one audio packet of someone without the floor is forwarded, whatever the client sends', async () => {
    only();
    for (const source of ['microphone', 'screen-audio'] as const) {
      const { producerId, locked } = await stage.speak(anTab, source);
      expect(locked).toBe(true);
      const sink = await stage.listen(listener, [producerId]);
      await expect(pause(producerId, false)).rejects.toMatchObject({ code: 'microphone_locked' });
      expect(await heardIn(sink)).toBe(0);
      expect(sink.packets).toEqual([]);
    }
  });

  test('[M2] the floor opens the way, and the person goes live; without it the way is shut again', async () => {
    only();
    const { producerId } = await stage.speak(anTab);
    const sink = await stage.listen(listener, [producerId]);
    only(an);
    await eventually(() => expect(latest()).toMatchObject({ locked: false, paused: true }));
    expect(await heardIn(sink)).toBe(0);
    await pause(producerId, false);
    await sink.until(() => true);
    only();
    await eventually(() => expect(latest()).toMatchObject({ locked: true, paused: true }));
    expect(await heardIn(sink)).toBe(0);
  });

  test('[M3] whoever speaks freely is cut off when the chair takes the floor in hand', async () => {
    const { producerId } = await stage.speak(anTab);
    const sink = await stage.listen(listener, [producerId]);
    await sink.until(() => true);
    only();
    await eventually(() => expect(latest()).toMatchObject({ locked: true }));
    expect(await heardIn(sink)).toBe(0);
    everyone();
    await eventually(() => expect(latest()).toMatchObject({ locked: false, paused: true }));
  });

  test('[M4] rights that change while a stream is being made leave none unlocked', async () => {
    const gate = createGate();
    stage.desk.holdRights(gate.opened);
    const speaking = stage.speak(anTab);
    await eventually(() => expect(stage.desk.asked()).toBe(1));
    only();
    gate.open();
    const { producerId, locked } = await speaking;
    expect(locked).toBe(true);
    const sink = await stage.listen(listener, [producerId]);
    expect(await heardIn(sink)).toBe(0);
  });

  test('[M5] of changes that follow each other the last one counts', async () => {
    const { producerId } = await stage.speak(anTab);
    for (let round = 0; round < 10; round += 1) {
      only();
      only(an);
    }
    only();
    await eventually(() => expect(latest()).toMatchObject({ producerId, locked: true }));
    await sleep(50);
    expect(latest()).toMatchObject({ locked: true });
  });

  test('[M6] the microphone of the room is heard when the floor says so', async () => {
    const tab = openTab();
    await stage.join(deviceCaller({ kind: 'room', roomId: null }), tab);
    stage.desk.setRights({ everyone: false, personIds: new Set(), room: true });
    const { producerId, locked } = await stage.speak(tab);
    expect(locked).toBe(false);
    only();
    await eventually(() => expect(latest()).toMatchObject({ producerId, locked: true }));
  });
});

test('[M7] a broken line does not open what is locked', async () => {
  only();
  const { producerId, peerId } = await stage.speak(anTab);
  anTab.breakOff();
  anTab = openTab();
  expect(await stage.join(an, anTab, { resume: peerId })).toMatchObject({ resumed: true });
  await expect(pause(producerId, false)).rejects.toMatchObject({ code: 'microphone_locked' });
});
