import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type NetworkFindings,
  type NetworkWay,
  listNetworkReports,
  networkReported,
  openProbe,
  sendNetworkReport,
} from '../../models/contracts/network.ts';
import { newId } from '../../models/ids.ts';
import { createMediaNode } from '../../sfu/in-process-node.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { opusParameters } from '../../sfu/testing/rtp.ts';
import type { Connection } from '../platform/socket-app.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import { type Probes, createProbes } from './probes.ts';

const meetingId = newId();
const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value: fingerprint }] };

interface Line extends Connection {
  breakOff(): void;
}

function openLine(): Line {
  const closing: ((how: 'broke') => void)[] = [];
  return {
    id: newId(),
    follow: async () => {},
    unfollow: async () => {},
    send: () => {},
    onClose: (run) => void closing.push(run),
    breakOff: () => closing.forEach((run) => run('broke')),
  };
}

describe('a test of a line', () => {
  let node: MediaNode;
  let probes: Probes;
  const relay = { urls: ['turn:relay.example.vn'], username: '1:a', credential: 'c' };
  const make = (options: { longest?: number } = {}) =>
    createProbes({
      node,
      turn: { iceServers: () => [relay] },
      logger: pino({ level: 'silent' }),
      ...options,
    });
  const open = (line: Connection, way: NetworkWay = 'udp') => probes.open({ meetingId, way }, line);
  const rooms = async () => (await node.load()).workers.reduce((sum, one) => sum + one.rooms, 0);
  const roomsBecome = (count: number) =>
    vi.waitFor(async () => expect(await rooms()).toBe(count), { timeout: 60_000 });

  beforeEach(async () => {
    node = await createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
    probes = make();
  });
  afterEach(() => node.close());

  test.each([
    ['udp', 'udp'],
    ['tcp', 'tcp'],
    ['relay', 'udp'],
  ] as const)('over %s offers that way only, there and back', async (way, protocol) => {
    const line = openLine();
    const { probeId, send, routerRtpCapabilities, iceServers } = await open(line, way);
    const named = { meetingId, probeId };
    expect(iceServers).toEqual([relay]);
    const back = await probes.receive({ ...named, rtpCapabilities: routerRtpCapabilities }, line);
    for (const { iceCandidates } of [send, back])
      expect(iceCandidates.map((candidate) => candidate.protocol)).toEqual([protocol]);
    for (const { id: transportId } of [send, back])
      await probes.connect({ ...named, transportId, dtlsParameters }, line);
  });

  test('gives back the stream that was sent, flowing at once', async () => {
    const line = openLine();
    const { probeId, routerRtpCapabilities: rtpCapabilities } = await open(line);
    const named = { meetingId, probeId };
    expect(await refusal(probes.consume(named, line))).toMatchObject({ code: 'not_found' });
    await probes.receive({ ...named, rtpCapabilities }, line);
    const rtpParameters = opusParameters(77);
    const sent = await probes.produce({ ...named, kind: 'audio', rtpParameters }, line);
    const resumed = vi.spyOn(node, 'changeConsumers');
    const consumer = await probes.consume(named, line);
    expect(consumer).toMatchObject({ ...sent, producerPaused: false });
    expect(resumed).toHaveBeenCalledWith({ roomId: `probe:${probeId}`, peerId: 'back' }, [
      { consumerId: consumer.consumerId, paused: false },
    ]);
  });

  test('belongs to its connection, and ends with it', async () => {
    const line = openLine();
    const { probeId } = await open(line);
    expect(await refusal(probes.consume({ probeId }, openLine()))).toMatchObject({
      code: 'not_found',
    });
    await probes.close({ probeId }, openLine());
    expect(await rooms()).toBe(1);
    line.breakOff();
    await roomsBecome(0);
    expect(probes.running()).toBe(0);
  });

  test('is one at a time for each connection, and may be ended twice', async () => {
    const line = openLine();
    const first = await open(line);
    const second = await open(line, 'tcp');
    expect(await rooms()).toBe(1);
    await probes.close(first, line);
    expect(await rooms()).toBe(1);
    await probes.close(second, line);
    await probes.close(second, line);
    expect(await rooms()).toBe(0);
    const both = await Promise.allSettled([open(line), open(line)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await rooms()).toBe(1);
  });

  test('ends by itself', async () => {
    probes = make({ longest: 500 });
    await open(openLine());
    await roomsBecome(0);
  });

  test('of twenty-one that want to test at once the last one waits', async () => {
    const lines = Array.from({ length: 21 }, openLine);
    const opened = await Promise.allSettled(lines.map((line) => open(line)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(opened.at(-1)).toMatchObject({ reason: { code: 'too_many_requests' } });
  });
});

describe('over the real doors', () => {
  let house: MeetingHouse;
  const way = { reachable: true, rttMs: 12, loss: 0, upKbps: 900, downKbps: 1200 };
  const findings = (browser: string): NetworkFindings => ({
    udp: way,
    tcp: way,
    relay: null,
    browser,
  });
  beforeAll(async () => {
    house = await openMeetingHouse();
  });
  afterAll(() => house.close());

  test('without media a line cannot be tested', async () => {
    const socket = await (await house.signedIn('uyvien')).connect();
    const asked = socket.act(openProbe, { meetingId: house.meetingId, way: 'udp' });
    expect(await refusal(asked)).toMatchObject({ code: 'unavailable' });
  });

  test('the newest report of each person reaches the staff, and them alone', async () => {
    const params = { meetingId: house.meetingId };
    const member = await house.signedIn('uyvien');
    const guest = await house.signedIn('khachmoi');
    const office = await house.administrator.connect();
    const told = office.next(networkReported);
    await member.call(sendNetworkReport, { params, body: findings('Một') });
    expect(await told).toEqual({ ...params, personId: house.member.id });
    await guest.call(sendNetworkReport, { params, body: findings('Hai') });
    await member.call(sendNetworkReport, { params, body: findings('Ba') });
    const { items } = await house.administrator.call(listNetworkReports, { params });
    expect(items.map(({ fullName, findings: { browser } }) => [fullName, browser])).toEqual([
      [house.member.fullName, 'Ba'],
      [house.guest.fullName, 'Hai'],
    ]);
    expect(await refusal(member.call(listNetworkReports, { params }))).toMatchObject({
      code: 'not_allowed',
    });
    const { items: traces } = await house.app.services.audit.list({
      action: 'network.reported',
      limit: 10,
    });
    expect(traces).toHaveLength(3);
  });

  test('a report of a meeting that there is not is refused', async () => {
    const params = { meetingId: newId() };
    const sent = house.administrator.call(sendNetworkReport, { params, body: findings('') });
    expect(await refusal(sent)).toMatchObject({ code: 'not_found' });
  });
});
