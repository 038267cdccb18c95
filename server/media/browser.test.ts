import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Id, newId } from '../../models/ids.ts';
import { type MediaChamber, launchChromium, openMediaChamber } from './testing/media-chamber.ts';

/** The product's own media session in a real browser, against the real sockets, service and worker. */
let browser: Browser;
let chamber: MediaChamber;

const patiently = { timeout: 30_000, interval: 100 };
const both = { microphone: true, camera: true };

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  chamber = await openMediaChamber(browser);
}, 60_000);
afterEach(() => chamber.close());

async function join(personId: Id, wish = both): Promise<Page> {
  const page = await chamber.openPage(personId);
  await page.evaluate((meetingId) => window.media.join(meetingId), chamber.meetingId);
  await page.evaluate((on) => window.media.begin(on), wish);
  await phaseBecomes(page, 'joined');
  return page;
}

const stateOf = (page: Page) => page.evaluate(() => window.media.state());

const phaseBecomes = (page: Page, phase: string) =>
  vi.waitFor(async () => expect((await stateOf(page)).phase).toBe(phase), patiently);

async function streamsOf(page: Page) {
  const { streams } = await stateOf(page);
  return streams.toSorted((a, b) => a.source.localeCompare(b.source));
}

const Stat = z.object({
  type: z.string(),
  kind: z.string().optional(),
  mid: z.string().optional(),
  framesDecoded: z.number().optional(),
  framesEncoded: z.number().optional(),
  packetsReceived: z.number().optional(),
  frameWidth: z.number().optional(),
});

async function sum(page: Page, type: string, kind: string, field: keyof z.infer<typeof Stat>) {
  const entries = z.array(Stat).parse(await page.evaluate(() => window.media.statistics()));
  return entries
    .filter((one) => one.type === type && one.kind === kind && one.mid !== 'probator')
    .reduce((total, one) => total + Number(one[field] ?? 0), 0);
}

const seen = (page: Page) => sum(page, 'inbound-rtp', 'video', 'framesDecoded');
const heard = (page: Page) => sum(page, 'inbound-rtp', 'audio', 'packetsReceived');

/** More frames come in than until now. */
async function sees(page: Page): Promise<void> {
  const before = await seen(page);
  await vi.waitFor(async () => {
    const now = await seen(page);
    // Fewer, when a new way has taken the place of the old.
    expect(now > 0 && now !== before).toBe(true);
  }, patiently);
}

async function worker(): Promise<number> {
  const { workers } = await chamber.node.load();
  return workers[0]?.pid ?? 0;
}

test('two delegates see and hear each other, and see when one is muted or dark', async () => {
  const [an, binh] = [newId(), newId()];
  const anPage = await join(an);
  const binhPage = await join(binh);
  for (const page of [anPage, binhPage]) {
    await sees(page);
    await vi.waitFor(async () => expect(await heard(page)).toBeGreaterThan(0), patiently);
  }
  expect(await streamsOf(binhPage)).toMatchObject([
    { personId: an, source: 'camera', paused: false, arrives: true },
    { personId: an, source: 'microphone', paused: false, arrives: true },
  ]);

  await anPage.evaluate(() => window.media.set('microphone', false));
  await anPage.evaluate(() => window.media.set('camera', false));
  await vi.waitFor(
    async () =>
      expect(await streamsOf(binhPage)).toMatchObject([{ source: 'microphone', paused: true }]),
    patiently,
  );
  await anPage.evaluate(() => window.media.set('microphone', true));
  await anPage.evaluate(() => window.media.set('camera', true));
  await vi.waitFor(
    async () =>
      expect(await streamsOf(binhPage)).toMatchObject([
        { source: 'camera', arrives: true },
        { source: 'microphone', paused: false },
      ]),
    patiently,
  );
  await sees(binhPage);

  await anPage.evaluate(() => window.media.leave());
  await vi.waitFor(async () => expect((await stateOf(binhPage)).people).toEqual([]), patiently);
  expect((await stateOf(anPage)).on).toMatchObject(both);
}, 180_000);

test('what a killed worker, a broken line or a second tab does to a meeting', async () => {
  const [an, binh] = [newId(), newId()];
  const anPage = await join(an);
  const binhPage = await join(binh);
  await sees(anPage);
  await sees(binhPage);

  const dead = await worker();
  process.kill(dead, 'SIGKILL');
  await vi.waitFor(async () => expect((await stateOf(binhPage)).phase).not.toBe('joined'), {
    ...patiently,
    interval: 10,
  });
  await Promise.all([phaseBecomes(anPage, 'joined'), phaseBecomes(binhPage, 'joined')]);
  await sees(anPage);
  await sees(binhPage);
  expect(await worker()).not.toBe(dead);

  chamber.sockets.endSessions([an]);
  await phaseBecomes(anPage, 'reconnecting');
  await phaseBecomes(anPage, 'joined');
  await sees(anPage);
  await sees(binhPage);
  expect((await stateOf(binhPage)).people).toEqual([an]);

  const secondTab = await join(an, { microphone: false, camera: false });
  await phaseBecomes(anPage, 'replaced');
  await sees(secondTab);
  await anPage.evaluate(() => window.media.start());
  await phaseBecomes(secondTab, 'replaced');
  await sees(anPage);
}, 240_000);

test('a path that is dead for some seconds mends itself without joining anew', async () => {
  const anPage = await join(newId());
  const binhPage = await join(newId(), { microphone: false, camera: false });
  await sees(binhPage);
  const { peerId } = await stateOf(binhPage);
  // Stopped, a worker neither sends nor answers, as a network that swallows everything.
  const pid = await worker();
  process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 9000));
  process.kill(pid, 'SIGCONT');
  await sees(binhPage);
  expect((await stateOf(binhPage)).peerId).toBe(peerId);
  expect((await stateOf(anPage)).phase).toBe('joined');
}, 120_000);

test('a screen is shared with its sound beside the camera, until it is stopped', async () => {
  const anPage = await join(newId(), { microphone: false, camera: true });
  const binhPage = await join(newId(), { microphone: false, camera: false });
  await anPage.evaluate(() => window.media.set('screen', true));
  expect((await stateOf(anPage)).problems).toEqual({
    microphone: null,
    camera: null,
    screen: null,
  });
  await vi.waitFor(
    async () =>
      expect(await streamsOf(binhPage)).toMatchObject([
        { source: 'camera', arrives: true },
        { source: 'screen', arrives: true },
        { source: 'screen-audio', kind: 'audio', arrives: true },
      ]),
    patiently,
  );
  await anPage.evaluate(() => window.media.set('screen', false));
  await vi.waitFor(
    async () => expect(await streamsOf(binhPage)).toMatchObject([{ source: 'camera' }]),
    patiently,
  );
}, 120_000);

test('only what is shown is received, and what nobody sees is not sent', async () => {
  const anPage = await join(newId());
  const binhPage = await join(newId(), { microphone: false, camera: false });
  await sees(binhPage);
  const [camera] = await streamsOf(binhPage);
  const show = (height: number | null) =>
    binhPage.evaluate((shown) => window.media.show(shown), [[camera?.producerId ?? '', height]] as [
      string,
      number | null,
    ][]);
  const widthBecomes = (width: number) =>
    vi.waitFor(
      async () => expect(await sum(binhPage, 'inbound-rtp', 'video', 'frameWidth')).toBe(width),
      patiently,
    );
  await show(180);
  await widthBecomes(320);
  await show(360);
  await widthBecomes(640);

  const encoded = () => sum(anPage, 'outbound-rtp', 'video', 'framesEncoded');
  await show(null);
  await vi.waitFor(
    async () => {
      const before = await encoded();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await encoded()).toBe(before);
    },
    { ...patiently, interval: 500 },
  );
  await show(180);
  await sees(binhPage);
}, 180_000);

test('a locked microphone stays off until it is unlocked, and then waits for its person', async () => {
  const an = newId();
  const anPage = await join(an, { microphone: true, camera: false });
  const binhPage = await join(newId(), { microphone: false, camera: false });
  const microphone = async () => (await streamsOf(binhPage)).at(0);
  await vi.waitFor(
    async () => expect(await microphone()).toMatchObject({ paused: false }),
    patiently,
  );
  const { peerId } = await stateOf(anPage);
  const peer = { roomId: chamber.meetingId, peerId: peerId ?? '' };
  const producerId = (await microphone())?.producerId ?? '';

  await chamber.node.lockProducer(peer, producerId, true);
  const isOn = async () => (await stateOf(anPage)).on.microphone;
  await vi.waitFor(async () => expect(await isOn()).toBe(false), patiently);
  await anPage.evaluate(() => window.media.set('microphone', true));
  await vi.waitFor(async () => expect(await isOn()).toBe(false), patiently);
  expect(await microphone()).toMatchObject({ paused: true, locked: true });

  await chamber.node.lockProducer(peer, producerId, false);
  await vi.waitFor(
    async () => expect(await microphone()).toMatchObject({ locked: false }),
    patiently,
  );
  expect(await isOn()).toBe(false);
  await anPage.evaluate(() => window.media.set('microphone', true));
  await vi.waitFor(
    async () => expect(await microphone()).toMatchObject({ paused: false }),
    patiently,
  );
}, 120_000);
