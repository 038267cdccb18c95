import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetingChanged, type MeetingState } from '../../models/contracts/meetings.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createMetrics } from '../platform/metrics.ts';
import { deviceCaller, personCaller } from '../testing/chamber.ts';
import { watchMedia, withMediaEvictions } from './service.ts';
import { type Stage, type Tab, eventually, openStage, openTab } from './testing/stage.ts';

let stage: Stage;
const join: Stage['join'] = (...args) => stage.join(...args);
const peersTold = () => stage.publisher.named('media:peers');

beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const changed = (state: MeetingState) => ({
  meetingId: stage.meetingId,
  revision: 2,
  state,
  currentAgendaItemId: null,
  currentItemSince: null,
  screenView: 'auto' as const,
});

describe('joining', () => {
  test('nobody joins before the meeting is open', async () => {
    stage.desk.state = 'planned';
    await expect(join(newId(), openTab())).rejects.toMatchObject({ code: 'meeting_not_open' });
    expect(await stage.roomsOnNode()).toBe(0);
  });

  test('[D1] whoever the door keeps out does not join, whatever the client tries', async () => {
    const an = newId();
    stage.desk.refusals.set(an, 'waiting_for_admission');
    await expect(join(an, openTab())).rejects.toMatchObject({ code: 'waiting_for_admission' });
    stage.desk.refusals.delete(an);
    const { peerId } = await join(an, openTab());
    stage.desk.refusals.set(an, 'removed_from_room');
    await expect(join(an, openTab(), { resume: peerId })).rejects.toMatchObject({
      code: 'removed_from_room',
    });
  });

  test('whoever joins learns who is there and what they send, and is announced', async () => {
    const [an, binh] = [newId(), newId()];
    const anTab = openTab();
    const first = await join(an, anTab);
    const { producerId } = await stage.speak(anTab);
    const second = await join(binh, openTab());
    expect(first.peers).toEqual([]);
    expect(second.peers).toEqual([{ peerId: first.peerId, personId: an, roomName: null }]);
    expect(second.producers).toMatchObject([{ producerId, peerId: first.peerId }]);
    await eventually(() =>
      expect(peersTold()).toContainEqual({
        meetingId: stage.meetingId,
        joined: [{ peerId: second.peerId, personId: binh, roomName: null }],
        left: [],
      }),
    );
  });

  test('a second tab of one person takes the place of the first, which is told', async () => {
    const an = newId();
    const [first, second] = [openTab(), openTab()];
    const { peerId } = await join(an, first);
    const after = await join(an, second);
    expect(first.heard.map(({ name }) => name)).toEqual(['media:replaced']);
    expect(after).toMatchObject({ resumed: false, peers: [] });
    await eventually(() => expect(peersTold()).toContainEqual(leaving(peerId)));
    expect(() => stage.media.peerOf(stage.meetingId, first)).toThrow(
      expect.objectContaining({ code: 'media_not_joined' }),
    );
  });

  test('the same tab may join again, for example after its room was lost', async () => {
    const an = newId();
    const tab = openTab();
    await join(an, tab);
    await join(an, tab);
    expect(tab.heard).toEqual([]);
    expect(stage.media.peerOf(stage.meetingId, tab).roomId).toBe(stage.meetingId);
  });

  test('of two tabs that join at the same moment one stays', async () => {
    const an = newId();
    const tabs = [openTab(), openTab()];
    const joins = await Promise.allSettled(tabs.map((tab) => join(an, tab)));
    expect(joins.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await join(newId(), openTab())).peers).toHaveLength(1);
  });
});

const leaving = (peerId: string) =>
  expect.objectContaining({ left: expect.arrayContaining([peerId]) });

const room = (roomId: Id) => deviceCaller({ kind: 'room', name: 'Phòng A', roomId });
const screen = (roomId: Id) => deviceCaller({ kind: 'screen', roomId });
const chairAtDevice = (roomId: Id) => ({
  ...personCaller(newId(), { meetingRole: 'chair' }),
  device: room(roomId).device,
});

describe('devices', () => {
  let roomId: Id;
  beforeEach(() => {
    roomId = newId();
    stage.desk.roomId = roomId;
  });

  test('the device of the room is announced with its name and may be heard', async () => {
    const tab = openTab();
    const { peerId } = await join(room(roomId), tab);
    expect(await stage.speak(tab)).toMatchObject({ locked: false });
    const { peers } = await join(newId(), openTab());
    expect(peers).toEqual([{ peerId, personId: null, roomName: 'Phòng A' }]);
  });

  test('a screen sees all and is no one’s peer; it cannot send', async () => {
    const tab = openTab();
    await join(newId(), openTab());
    const { peers, peerId } = await join(screen(roomId), tab);
    expect(peers).toHaveLength(1);
    await expect(stage.speak(tab)).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await join(newId(), openTab())).peers).toHaveLength(1);
    tab.breakOff('ended');
    expect(JSON.stringify(stage.publisher.sent)).not.toContain(peerId);
  });

  test('devices of another room are refused', async () => {
    for (const caller of [room(newId()), screen(newId())])
      await expect(join(caller, openTab())).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('a browser that is both counts as the person, unless it says that it is the device', async () => {
    const watcher = openTab();
    await join(chairAtDevice(roomId), openTab());
    await join(chairAtDevice(roomId), openTab(), { asDevice: true });
    const { peers } = await join(newId(), watcher);
    expect(peers.map(({ roomName }) => roomName)).toEqual([null, 'Phòng A']);
  });
});

describe('leaving', () => {
  test('leaving is told once, without a word about each stream', async () => {
    const tab = openTab();
    const { peerId } = await join(newId(), tab);
    await join(newId(), openTab());
    await stage.speak(tab);
    tab.breakOff('ended');
    tab.breakOff('ended');
    await eventually(() => expect(peersTold()).toContainEqual(leaving(peerId)));
    expect(stage.streamsTold().ended).toEqual([]);
  });

  test('the room ends with its last peer', async () => {
    const tab = openTab();
    await join(newId(), tab);
    expect(await stage.roomsOnNode()).toBe(1);
    await stage.media.leave(stage.meetingId, tab);
    await stage.media.leave(stage.meetingId, tab);
    expect(await stage.roomsOnNode()).toBe(0);
  });

  test('whoever is sent out is cut off', async () => {
    const an = newId();
    const tab = openTab();
    await join(newId(), openTab());
    const { peerId } = await join(an, tab);
    stage.desk.sendOut(an, stage.meetingId);
    expect(() => stage.media.peerOf(stage.meetingId, tab)).toThrow();
    await eventually(() => expect(peersTold()).toContainEqual(leaving(peerId)));
  });

  test('whoever is removed from the meeting loses its media; a closed meeting has none', async () => {
    const { publisher, media, meetingId } = stage;
    const told = withMediaEvictions(publisher, () => media);
    const an = newId();
    const [anTab, binhTab] = [openTab(), openTab()];
    await join(an, anTab);
    await join(newId(), binhTab);
    told.removeFromMeeting(an, meetingId);
    expect(publisher.removed).toEqual([{ personId: an, meetingId }]);
    expect(() => media.peerOf(meetingId, anTab)).toThrow();
    told.toMeeting(meetingId, meetingChanged, changed('open'));
    expect(media.peerOf(meetingId, binhTab)).toBeDefined();
    told.toMeeting(meetingId, meetingChanged, changed('closed'));
    expect(() => media.peerOf(meetingId, binhTab)).toThrow();
    await eventually(async () => expect(await stage.roomsOnNode()).toBe(0));
  });
});

describe('what the node tells', () => {
  test('streams are announced to the meeting, with each change', async () => {
    const { media, meetingId, node } = stage;
    const tab = openTab();
    await join(newId(), tab);
    const { producerId } = await stage.speak(tab);
    await media.pause(meetingId, { producerId, paused: true }, tab);
    await node.closeProducer(media.peerOf(meetingId, tab), producerId);
    await eventually(() =>
      expect(stage.streamsTold()).toMatchObject({
        changed: [
          { producerId, paused: false },
          { producerId, paused: true },
        ],
        ended: [producerId],
      }),
    );
  });

  test('rooms that are no meeting are not spoken of', async () => {
    const ref = { roomId: 'probe:1', peerId: 'out' };
    await stage.node.join(ref);
    await stage.node.closeRoom('probe:1');
    expect(stage.publisher.sent).toEqual([]);
  });

  test('after a worker died everyone is told once and may join again', async () => {
    const { node, publisher, meetingId } = stage;
    const an = newId();
    const tab: Tab = openTab();
    const { peerId } = await join(an, tab);
    const [worker] = (await node.load()).workers;
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    await eventually(() => expect(publisher.named('media:room-lost')).toEqual([{ meetingId }]));
    expect(await join(an, tab, { resume: peerId })).toMatchObject({ resumed: false, peers: [] });
  });
});

test('the workers’ load is shown to Prometheus', async () => {
  await join(newId(), openTab());
  const metrics = createMetrics();
  const figures = await watchMedia(stage.node, metrics);
  expect(figures.ready()).toBe(true);
  const text = await metrics.registry.metrics();
  expect(text).toContain('nghi_truong_media_rooms{worker="0"} 1');
  expect(text).toContain('nghi_truong_media_cpu_share{worker="0"}');
  figures.stop();
});
