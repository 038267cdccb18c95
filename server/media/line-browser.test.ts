import type { Browser, Page, WebSocketRoute } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Id, newId } from '../../models/ids.ts';
import { type MediaChamber, launchChromium, openMediaChamber } from './testing/media-chamber.ts';

/** What a real browser does when its line breaks, and what it receives when the line is to be spared. */
let browser: Browser;
let chamber: MediaChamber;

const patiently = { timeout: 30_000, interval: 100 };
const nothing = { microphone: false, camera: false };

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  chamber = await openMediaChamber(browser);
}, 60_000);
afterEach(() => chamber.close());

/** A delegate whose signalling line can be cut while the media goes on. */
interface Delegate {
  page: Page;
  /** Cuts the line and lets no other stand until it is mended. */
  cut(): Promise<void>;
  mend(): void;
}

async function join(personId: Id, wish: { microphone: boolean; camera: boolean }) {
  const page = await chamber.openPage(personId);
  let isCut = false;
  const lines = new Set<WebSocketRoute>();
  await page.routeWebSocket(/socket\.io/, async (line) => {
    if (isCut) return line.close();
    line.connectToServer();
    lines.add(line);
  });
  await page.route(/socket\.io/, (route) => (isCut ? route.abort() : route.continue()));
  await page.reload();
  await page.evaluate((meetingId) => window.media.join(meetingId), chamber.meetingId);
  await page.evaluate((on) => window.media.begin(on), wish);
  await phaseBecomes(page, 'joined');
  const delegate: Delegate = {
    page,
    async cut() {
      isCut = true;
      for (const line of lines) await line.close({ code: 1001 });
      lines.clear();
    },
    mend: () => void (isCut = false),
  };
  return delegate;
}

const stateOf = (page: Page) => page.evaluate(() => window.media.state());

const phaseBecomes = (page: Page, phase: string) =>
  vi.waitFor(async () => expect((await stateOf(page)).phase).toBe(phase), patiently);

const Stat = z.object({
  type: z.string(),
  kind: z.string().optional(),
  mid: z.string().optional(),
  framesDecoded: z.number().optional(),
  packetsReceived: z.number().optional(),
  packetsSent: z.number().optional(),
  frameWidth: z.number().optional(),
});

async function sum(page: Page, type: string, kind: string, field: keyof z.infer<typeof Stat>) {
  const entries = z.array(Stat).parse(await page.evaluate(() => window.media.statistics()));
  return entries
    .filter((one) => one.type === type && one.kind === kind && one.mid !== 'probator')
    .reduce((total, one) => total + Number(one[field] ?? 0), 0);
}

const framesSeen = (page: Page) => sum(page, 'inbound-rtp', 'video', 'framesDecoded');

async function sees(page: Page): Promise<void> {
  const before = await framesSeen(page);
  await vi.waitFor(async () => expect(await framesSeen(page)).toBeGreaterThan(before), patiently);
}

/** Nothing of this comes in or goes out any more. */
const stops = (read: () => Promise<number>) =>
  vi.waitFor(
    async () => {
      const before = await read();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(await read()).toBe(before);
    },
    { ...patiently, interval: 500 },
  );

test('[resume] a line that breaks for some seconds stops no picture, and the stay goes on', async () => {
  const an = await join(newId(), { microphone: true, camera: true });
  const binh = await join(newId(), nothing);
  await sees(binh.page);
  const before = await stateOf(binh.page);
  expect(before.trackIds).toHaveLength(2);

  await binh.cut();
  await phaseBecomes(binh.page, 'reconnecting');
  await sees(binh.page);
  // What happens meanwhile is learnt afterwards.
  await an.page.evaluate(() => window.media.set('microphone', false));
  const chi = newId();
  await join(chi, { microphone: false, camera: true });
  expect(await stateOf(binh.page)).toMatchObject({ trackIds: before.trackIds });

  binh.mend();
  await phaseBecomes(binh.page, 'joined');
  const after = await stateOf(binh.page);
  expect(after.peerId).toBe(before.peerId);
  expect(after.people).toContain(chi);
  expect(after.trackIds).toEqual(expect.arrayContaining(before.trackIds));
  expect(after.streams.find(({ source }) => source === 'microphone')).toMatchObject({
    paused: true,
  });
  await vi.waitFor(
    async () => expect((await stateOf(binh.page)).trackIds).toHaveLength(3),
    patiently,
  );
}, 180_000);

test('[resume] what the own side did without a line is made so when it is back', async () => {
  const an = await join(newId(), { microphone: true, camera: true });
  const binh = await join(newId(), nothing);
  await sees(binh.page);
  const { peerId } = await stateOf(an.page);
  await an.cut();
  await phaseBecomes(an.page, 'reconnecting');
  await an.page.evaluate(() => window.media.set('microphone', false));
  await an.page.evaluate(() => window.media.set('camera', false));
  an.mend();
  await phaseBecomes(an.page, 'joined');
  expect((await stateOf(an.page)).peerId).toBe(peerId);
  await vi.waitFor(
    async () =>
      expect((await stateOf(binh.page)).streams).toMatchObject([
        { source: 'microphone', paused: true },
      ]),
    patiently,
  );
}, 180_000);

test('[spare] sound alone receives no picture, the saver a small one, and a muted microphone sends nothing', async () => {
  const an = await join(newId(), { microphone: true, camera: true });
  const binh = await join(newId(), nothing);
  await sees(binh.page);
  await binh.page.evaluate(() => window.media.receive('audio'));
  await stops(() => framesSeen(binh.page));
  await binh.page.evaluate(() => window.media.receive('saver'));
  await vi.waitFor(
    async () => expect(await sum(binh.page, 'inbound-rtp', 'video', 'frameWidth')).toBe(640),
    patiently,
  );
  await sees(binh.page);
  await an.page.evaluate(() => window.media.set('microphone', false));
  await stops(() => sum(an.page, 'outbound-rtp', 'audio', 'packetsSent'));
  await an.page.evaluate(() => window.media.set('microphone', true));
  const heard = await sum(binh.page, 'inbound-rtp', 'audio', 'packetsReceived');
  await vi.waitFor(
    async () =>
      expect(await sum(binh.page, 'inbound-rtp', 'audio', 'packetsReceived')).toBeGreaterThan(
        heard + 10,
      ),
    patiently,
  );
}, 180_000);

test('[spare] a picture that was out of sight for long is given back, and comes again when it is seen', async () => {
  await join(newId(), { microphone: false, camera: true });
  const binh = await join(newId(), nothing);
  await sees(binh.page);
  const show = async (height: number | null) => {
    const { streams } = await stateOf(binh.page);
    const shown = streams.map(({ producerId }): [string, number | null] => [producerId, height]);
    await binh.page.evaluate((all) => window.media.show(all), shown);
  };
  await show(null);
  await vi.waitFor(async () => expect((await stateOf(binh.page)).trackIds).toEqual([]), patiently);
  await show(720);
  await vi.waitFor(
    async () => expect((await stateOf(binh.page)).trackIds).toHaveLength(1),
    patiently,
  );
  await sees(binh.page);
}, 180_000);
