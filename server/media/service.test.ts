import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { meetingChanged, type MeetingState } from '../../models/contracts/meetings.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createMediaNode } from '../../sfu/in-process-node.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { opusParameters } from '../../sfu/testing/rtp.ts';
import { createMetrics } from '../platform/metrics.ts';
import type { Connection } from '../platform/socket-app.ts';
import { type Chamber, openChamber, personCaller, recordingPublisher } from '../testing/chamber.ts';
import {
  type MediaService,
  createMediaService,
  watchMedia,
  withMediaEvictions,
} from './service.ts';

let chamber: Chamber;
let node: MediaNode;
let media: MediaService;
let publisher = recordingPublisher();
let state: MeetingState = 'open';
let meetingId: Id;

interface Tab extends Connection {
  heard: { name: string; data: unknown }[];
  breakOff(): void;
}

/** A browser tab: remembers what it hears, and can break off. */
function openTab(): Tab {
  const heard: Tab['heard'] = [];
  const closing: (() => void)[] = [];
  return {
    id: newId(),
    heard,
    follow: async () => {},
    unfollow: async () => {},
    send: ({ name }, data) => void heard.push({ name, data }),
    onClose: (run) => void closing.push(run),
    breakOff: () => closing.forEach((run) => run()),
  };
}

const join = (personId: Id, tab: Tab) => media.join(personCaller(personId), meetingId, tab);

/** Speaks into a transport that no browser has connected: enough for all but the sound itself. */
async function speak(tab: Tab): Promise<string> {
  const peer = media.peerOf(meetingId, tab);
  const { id: transportId } = await node.createTransport(peer, { direction: 'send' });
  const { producerId } = await node.produce(peer, {
    transportId,
    kind: 'audio',
    source: 'microphone',
    rtpParameters: opusParameters(1),
    paused: false,
  });
  return producerId;
}

async function roomsOnNode(): Promise<number> {
  const { workers } = await node.load();
  return workers.reduce((sum, { rooms }) => sum + rooms, 0);
}

beforeAll(() => {
  chamber = openChamber();
});
afterAll(() => chamber.close());
beforeEach(async () => {
  node = await createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
  publisher = recordingPublisher();
  state = 'open';
  meetingId = newId();
  media = createMediaService({
    node,
    publisher,
    database: chamber.database,
    meetings: { stateOf: async () => state },
    logger: pino({ level: 'silent' }),
  });
});
afterEach(() => node.close());

describe('joining', () => {
  test('nobody joins before the meeting is open', async () => {
    state = 'planned';
    await expect(join(newId(), openTab())).rejects.toMatchObject({ code: 'meeting_not_open' });
    expect(await roomsOnNode()).toBe(0);
  });

  test('whoever joins learns who is there and what they send, and is announced', async () => {
    const [an, binh] = [newId(), newId()];
    const anTab = openTab();
    const first = await join(an, anTab);
    const producerId = await speak(anTab);
    const second = await join(binh, openTab());
    expect(first.peers).toEqual([]);
    expect(second.peers).toEqual([{ peerId: first.peerId, personId: an }]);
    expect(second.producers).toMatchObject([{ producerId, peerId: first.peerId }]);
    expect(publisher.named('media:peer-joined')).toContainEqual({
      meetingId,
      peerId: second.peerId,
      personId: binh,
    });
  });

  test('a second tab of one person takes the place of the first, which is told', async () => {
    const an = newId();
    const [first, second] = [openTab(), openTab()];
    const { peerId } = await join(an, first);
    const after = await join(an, second);
    expect(first.heard.map(({ name }) => name)).toEqual(['media:replaced']);
    expect(after.peers).toEqual([]);
    expect(publisher.named('media:peer-left')).toEqual([{ meetingId, peerId }]);
    expect(() => media.peerOf(meetingId, first)).toThrow(
      expect.objectContaining({ code: 'media_not_joined' }),
    );
  });

  test('the same tab may join again, for example after its room was lost', async () => {
    const an = newId();
    const tab = openTab();
    await join(an, tab);
    await join(an, tab);
    expect(tab.heard).toEqual([]);
    expect(media.peerOf(meetingId, tab).roomId).toBe(meetingId);
  });

  test('of two tabs that join at the same moment one stays', async () => {
    const an = newId();
    const tabs = [openTab(), openTab()];
    const joins = await Promise.allSettled(tabs.map((tab) => join(an, tab)));
    expect(joins.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await join(newId(), openTab())).peers).toHaveLength(1);
  });
});

describe('leaving', () => {
  test('a connection that breaks leaves once, without a word about each stream', async () => {
    const tab = openTab();
    const { peerId } = await join(newId(), tab);
    await join(newId(), openTab());
    await speak(tab);
    tab.breakOff();
    tab.breakOff();
    await vi.waitFor(() =>
      expect(publisher.named('media:peer-left')).toEqual([{ meetingId, peerId }]),
    );
    expect(publisher.named('media:producer-closed')).toEqual([]);
  });

  test('the room ends with its last peer', async () => {
    const tab = openTab();
    await join(newId(), tab);
    expect(await roomsOnNode()).toBe(1);
    await media.leave(meetingId, tab);
    await media.leave(meetingId, tab);
    expect(await roomsOnNode()).toBe(0);
  });

  test('whoever is removed from the meeting loses its media; a closed meeting has none', async () => {
    const told = withMediaEvictions(publisher, () => media);
    const an = newId();
    const [anTab, binhTab] = [openTab(), openTab()];
    const { peerId } = await join(an, anTab);
    await join(newId(), binhTab);
    told.removeFromMeeting(an, meetingId);
    expect(publisher.removed).toEqual([{ personId: an, meetingId }]);
    expect(publisher.named('media:peer-left')).toEqual([{ meetingId, peerId }]);
    expect(() => media.peerOf(meetingId, anTab)).toThrow();
    told.toMeeting(meetingId, meetingChanged, { meetingId, revision: 2, state: 'open' });
    expect(media.peerOf(meetingId, binhTab)).toBeDefined();
    told.toMeeting(meetingId, meetingChanged, { meetingId, revision: 3, state: 'closed' });
    expect(() => media.peerOf(meetingId, binhTab)).toThrow();
    await vi.waitFor(async () => expect(await roomsOnNode()).toBe(0));
  });
});

describe('what the node tells', () => {
  test('streams are announced to the meeting, with each change', async () => {
    const tab = openTab();
    await join(newId(), tab);
    const producerId = await speak(tab);
    const peer = media.peerOf(meetingId, tab);
    await node.pauseProducer(peer, producerId, true);
    await node.closeProducer(peer, producerId);
    expect(publisher.named('media:producer')).toMatchObject([
      { meetingId, producerId, paused: false },
      { meetingId, producerId, paused: true },
    ]);
    expect(publisher.named('media:producer-closed')).toMatchObject([{ producerId }]);
  });

  test('after a worker died everyone is told once and may join again', async () => {
    const an = newId();
    const tab = openTab();
    await join(an, tab);
    const [worker] = (await node.load()).workers;
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(publisher.named('media:room-lost')).toEqual([{ meetingId }]));
    expect((await join(an, tab)).peers).toEqual([]);
  });
});

test('the workers’ load is shown to Prometheus', async () => {
  await join(newId(), openTab());
  const metrics = createMetrics();
  const figures = await watchMedia(node, metrics);
  expect(figures.ready()).toBe(true);
  const text = await metrics.registry.metrics();
  expect(text).toContain('nghi_truong_media_rooms{worker="0"} 1');
  expect(text).toContain('nghi_truong_media_cpu_share{worker="0"}');
  figures.stop();
});
