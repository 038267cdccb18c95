import { networkInterfaces } from 'node:os';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ConsumerChange, MediaSource } from '../models/contracts/media.ts';
import {
  DtlsParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
} from '../models/contracts/rtp.ts';
import { createMediaNode } from './in-process-node.ts';
import type { MediaNodeConfig } from './in-process-node.ts';
import type { MediaNode, PeerRef } from './media-node.ts';

/**
 * A real browser against the real worker. mediasoup's own tests never shake hands with one, and a worker
 * built against a system's OpenSSL can pass all of them and die at the first handshake.
 */
let browser: Browser;
let script: string;
let node: MediaNode;
let page: Page;

const transportRef = z.object({ transportId: z.string() });

/** What the page may ask, parsed by the contract as the server would. */
const methods: Record<string, (ref: PeerRef, data: unknown) => Promise<unknown>> = {
  join: (ref) => node.join(ref),
  transport: (ref, data) =>
    node.createTransport(
      ref,
      z
        .object({
          direction: z.enum(['send', 'recv']),
          rtpCapabilities: RtpCapabilities.optional(),
        })
        .parse(data),
    ),
  connect: (ref, data) => {
    const connect = transportRef.extend({ dtlsParameters: DtlsParameters }).parse(data);
    return node.connectTransport(ref, connect.transportId, connect.dtlsParameters);
  },
  restart: (ref, data) => node.restartIce(ref, transportRef.parse(data).transportId),
  produce: (ref, data) => {
    const produce = transportRef.extend({
      kind: MediaKind,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: z.boolean(),
    });
    return node.produce(ref, produce.parse(data));
  },
  consume: (ref, data) => node.consume(ref, z.array(z.string()).parse(data)),
  change: (ref, data) => node.changeConsumers(ref, z.array(ConsumerChange).parse(data)),
};

const Stat = z.object({
  type: z.string(),
  kind: z.string().optional(),
  mid: z.string().optional(),
  framesDecoded: z.number().optional(),
  frameWidth: z.number().optional(),
  packetsReceived: z.number().optional(),
  srtpCipher: z.string().optional(),
});

async function stat(type: string, kind?: string): Promise<z.infer<typeof Stat>> {
  const entries = z.array(Stat).parse(await page.evaluate(() => window.meeting.receiving()));
  // The probator is mediasoup's test of the line, never a picture.
  const real = entries.filter(({ mid }) => mid !== 'probator');
  const entry = real.find((one) => one.type === type && one.kind === kind);
  if (!entry) throw new Error(`no ${type} statistics yet`);
  return entry;
}

async function framesDecoded(): Promise<number> {
  return (await stat('inbound-rtp', 'video')).framesDecoded ?? 0;
}

async function open(config: Partial<MediaNodeConfig> = {}): Promise<void> {
  const listen = [{ ip: '127.0.0.1' }];
  node = await createMediaNode({ workers: 1, firstPort: 0, listen, ...config });
}

const patiently = { timeout: 30_000, interval: 100 };

async function meet(protocol: 'udp' | 'tcp'): Promise<void> {
  await page.evaluate((over) => window.meeting.publish(over), protocol);
  const { producers } = await node.peerStats({ roomId: 'r', peerId: 'an' });
  const ids = producers.map(({ producerId }) => producerId);
  await page.evaluate(([all, over]) => window.meeting.watch(all, over), [ids, protocol] as const);
  await vi.waitFor(async () => expect(await framesDecoded()).toBeGreaterThan(0), patiently);
}

/** The viewer chooses layers, and their pictures come. */
async function chooseLayers(): Promise<void> {
  const viewer = { roomId: 'r', peerId: 'binh' };
  const { consumers } = await node.peerStats(viewer);
  const widths = [320, 640, 320];
  for (const [step, spatialLayer] of [0, 1, 0].entries()) {
    const layers = { spatialLayer };
    const changes = consumers.map(({ consumerId }) => ({ consumerId, layers }));
    await node.changeConsumers(viewer, changes);
    await vi.waitFor(async () => {
      expect((await stat('inbound-rtp', 'video')).frameWidth).toBe(widths[step]);
    }, patiently);
  }
}

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [new URL('./testing/browser-page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
  });
  script = bundle.outputFiles[0]?.text ?? '';
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      // Else it has no address of IPv6 to send from on a machine that has none but its own.
      '--allow-loopback-in-peer-connection',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 180_000);

beforeEach(async () => {
  page = await browser.newPage();
  // Any page of localhost is a secure origin, which cameras need; nobody has to listen there.
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Media</title>' }),
  );
  await page.exposeFunction('callNode', (peerId: string, method: string, data: unknown) =>
    methods[method]?.({ roomId: 'r', peerId }, data),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: script });
});

afterEach(async () => {
  await page.close();
  await node.close();
});

afterAll(() => browser.close());

test('two peers see and hear each other; layers and ICE restart work; the worker lives', async () => {
  await open();
  const died: string[] = [];
  node.on('workerDied', ({ reason }) => died.push(reason));
  await meet('udp');

  const { srtpCipher } = await stat('transport');
  expect(srtpCipher, 'authenticated encryption, half the cost of HMAC-SHA1').toMatch(/_AEAD_/);
  await vi.waitFor(async () => {
    expect((await stat('inbound-rtp', 'audio')).packetsReceived).toBeGreaterThan(0);
  }, patiently);

  await chooseLayers();

  await page.evaluate(() => window.meeting.restartIce());
  const before = await framesDecoded();
  await vi.waitFor(
    async () => expect(await framesDecoded()).toBeGreaterThan(before + 5),
    patiently,
  );
  expect(died).toEqual([]);
}, 180_000);

test('where UDP is blocked the same port takes TCP', async () => {
  await open();
  await meet('tcp');
  const { transports } = await node.peerStats({ roomId: 'r', peerId: 'binh' });
  expect(transports).toMatchObject([{ protocol: 'tcp', dtlsState: 'connected' }]);
}, 180_000);

test('what a browser sends crosses from one worker to another, in the layer that is chosen there', async () => {
  await open({ workers: 2, streamsPerWorker: 1 });
  await meet('udp');
  const { workers } = await node.load();
  expect(workers.map(({ peers }) => peers)).toEqual([1, 1]);
  await chooseLayers();
}, 180_000);

const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
const hasIPv6 = addresses.some(({ address }) => address === '::1');

test.skipIf(!hasIPv6).each(['udp', 'tcp'] as const)(
  'IPv6 carries media over %s',
  async (protocol) => {
    await open({ listen: [{ ip: '::1' }] });
    await meet(protocol);
    const { transports } = await node.peerStats({ roomId: 'r', peerId: 'binh' });
    expect(transports).toMatchObject([{ protocol, dtlsState: 'connected' }]);
  },
  180_000,
);
