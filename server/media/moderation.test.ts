import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Id, newId } from '../../models/ids.ts';
import { deviceCaller, refusal } from '../testing/chamber.ts';
import { type Stage, type Tab, eventually, openStage, openTab } from './testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function speaker(): Promise<{ personId: Id; tab: Tab; producerId: string }> {
  const personId = newId();
  const tab = openTab();
  await stage.join(personId, tab);
  const { producerId } = await stage.speak(tab);
  return { personId, tab, producerId };
}
const mute = (personId: Id | null) => stage.media.mute(stage.secretary, stage.meetingId, personId);
const pausedIds = () =>
  stage
    .streamsTold()
    .changed.filter(({ paused }) => paused)
    .map(({ producerId }) => producerId);
const traces = async () => (await stage.chamber.audit.list({ limit: 10 })).items;

describe('switching microphones off', () => {
  test('[M8] of one: who is told, and may switch it on again', async () => {
    const one = await speaker();
    const other = await speaker();
    expect(await mute(one.personId)).toEqual({ muted: 1 });
    await eventually(() => expect(pausedIds()).toEqual([one.producerId]));
    expect(one.tab.heard).toEqual([
      { name: 'media:muted', data: { meetingId: stage.meetingId, byName: 'Người gọi' } },
    ]);
    expect(other.tab.heard).toEqual([]);
    const wish = { producerId: one.producerId, paused: false };
    expect(await stage.media.pause(stage.meetingId, wish, one.tab)).toMatchObject({
      paused: false,
    });
    expect(await traces()).toMatchObject([{ action: 'media.muted', subject: 'Người gọi' }]);
  });

  test('[M9] of all: but the chair, who has the floor, and the room itself', async () => {
    const [chair, holder, one, two] = [
      await speaker(),
      await speaker(),
      await speaker(),
      await speaker(),
    ];
    const roomTab = openTab();
    await stage.join(deviceCaller({ kind: 'room' }), roomTab);
    await stage.speak(roomTab);
    await stage.join(newId(), openTab());
    stage.desk.roles.set(chair.personId, 'chair');
    stage.desk.speakerId = holder.personId;
    expect(await mute(null)).toEqual({ muted: 2 });
    const muted = new Set([one.producerId, two.producerId]);
    await eventually(() => expect(new Set(pausedIds())).toEqual(muted));
    expect(await mute(null)).toEqual({ muted: 0 });
    expect(await traces()).toMatchObject([
      { action: 'media.muted', subject: 'Phiên họp', details: { people: 0 } },
      { action: 'media.muted', details: { people: 2 } },
    ]);
  });

  test('of someone who is not in the room it is refused', async () => {
    expect(await refusal(mute(newId()))).toMatchObject({ code: 'media_not_joined' });
  });
});

test('[M10] asked to speak up, only the one who is asked hears it, and nothing is switched on', async () => {
  const [one, other] = [await speaker(), await speaker()];
  await mute(null);
  await stage.media.askToUnmute(stage.secretary, stage.meetingId, one.personId);
  expect(one.tab.heard.at(-1)?.name).toBe('media:unmute-asked');
  expect(other.tab.heard.map(({ name }) => name)).toEqual(['media:muted']);
  const muted = new Set([one.producerId, other.producerId]);
  await eventually(() => expect(new Set(pausedIds())).toEqual(muted));
  expect((await traces())[0]).toMatchObject({ action: 'media.unmute_asked', subject: 'Người gọi' });
});
