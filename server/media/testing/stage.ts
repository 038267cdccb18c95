import { pino } from 'pino';
import { vi } from 'vitest';
import {
  type MediaSource,
  type ProducerInfo,
  type RoomState,
  mediaStreams,
} from '../../../models/contracts/media.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { createMediaNode } from '../../../sfu/in-process-node.ts';
import type { MediaNode } from '../../../sfu/media-node.ts';
import { RtpSink, RtpSource, opusParameters } from '../../../sfu/testing/rtp.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Connection } from '../../platform/socket-app.ts';
import {
  type Chamber,
  type RecordingPublisher,
  openChamber,
  personCaller,
  recordingPublisher,
} from '../../testing/chamber.ts';
import { type MediaService, createMediaService } from '../service.ts';
import { type Desk, createDesk } from './desk.ts';

/** A browser tab: remembers what it alone is told, and can break off. */
export interface Tab extends Connection {
  heard: { name: string; data: unknown }[];
  breakOff(how?: 'ended' | 'broke'): void;
}

/** The real media service and node, with a meeting as a test wants it. */
export interface Stage {
  meetingId: Id;
  node: MediaNode;
  media: MediaService;
  publisher: RecordingPublisher;
  desk: Desk;
  chamber: Chamber;
  /** Who may moderate. */
  secretary: Caller;
  join(
    as: Id | Caller,
    tab: Tab,
    how?: { resume?: string; asDevice?: boolean },
  ): Promise<RoomState>;
  /** Sends real RTP, when it is let through. */
  speak(tab: Tab, source?: MediaSource): Promise<ProducerInfo>;
  /** Receives everything that the others send now. */
  listen(tab: Tab, producerIds: string[]): Promise<RtpSink>;
  /** All that the meeting was told of its streams, in this order. */
  streamsTold(): { changed: ProducerInfo[]; ended: string[] };
  roomsOnNode(): Promise<number>;
  close(): Promise<void>;
}

export function openTab(): Tab {
  const heard: Tab['heard'] = [];
  const closing: ((how: 'ended' | 'broke') => void)[] = [];
  return {
    id: newId(),
    heard,
    follow: async () => {},
    unfollow: async () => {},
    send: ({ name }, data) => void heard.push({ name, data }),
    onClose: (run) => void closing.push(run),
    breakOff: (how = 'broke') => closing.forEach((run) => run(how)),
  };
}

/** Waits for it, however slow the machine is. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000 });

let lastSsrc = 5000;

export async function openStage(options: { gracePeriod?: number } = {}): Promise<Stage> {
  const chamber = openChamber();
  const publisher = recordingPublisher();
  const node = await createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
  const meetingId = newId();
  const desk = createDesk(meetingId);
  const media = createMediaService({
    ...desk.deps,
    ...options,
    node,
    publisher,
    database: chamber.database,
    audit: chamber.audit,
    turn: { iceServers: () => [] },
    logger: pino({ level: 'silent' }),
  });
  const ends: (() => void)[] = [];
  return {
    meetingId,
    node,
    media,
    publisher,
    desk,
    chamber,
    get secretary() {
      return personCaller(newId(), { systemRole: 'secretariat' });
    },
    join: (as, tab, how = {}) =>
      media.join(typeof as === 'string' ? member(as) : as, { meetingId, ...how }, tab),
    async speak(tab, source = 'microphone') {
      const peer = media.peerOf(meetingId, tab);
      const to = await node.createPlainTransport(peer, { direction: 'send' });
      const voice = new RtpSource(to);
      ends.push(() => voice.close());
      lastSsrc += 1;
      const rtpParameters = opusParameters(lastSsrc);
      const { transportId } = to;
      const wish = { transportId, kind: 'audio' as const, source, rtpParameters, paused: false };
      const producer = await media.produce(meetingId, wish, tab);
      voice.sendOpus(lastSsrc);
      return producer;
    },
    async listen(tab, producerIds) {
      const peer = media.peerOf(meetingId, tab);
      const { rtpCapabilities } = await node.join({ roomId: meetingId, peerId: newId() });
      const to = await node.createPlainTransport(peer, { direction: 'recv', rtpCapabilities });
      const sink = await RtpSink.open();
      ends.push(() => sink.close());
      const here = { ip: '127.0.0.1', port: sink.port };
      await node.connectPlainTransport(peer, to.transportId, here);
      const consumers = await node.consume(peer, producerIds);
      await node.changeConsumers(
        peer,
        consumers.map(({ consumerId }) => ({ consumerId, paused: false })),
      );
      return sink;
    },
    streamsTold() {
      const told = publisher.named('media:streams').map((data) => mediaStreams.data.parse(data));
      return {
        changed: told.flatMap(({ streams }) => streams),
        ended: told.flatMap(({ ended }) => ended.map(({ producerId }) => producerId)),
      };
    },
    async roomsOnNode() {
      const { workers } = await node.load();
      return workers.reduce((sum, { rooms }) => sum + rooms, 0);
    },
    async close() {
      for (const end of ends) end();
      await node.close();
      await chamber.close();
    },
  };
}

const member = (personId: Id) => personCaller(personId, { meetingRole: 'member' });
