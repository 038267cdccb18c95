import { type Browser, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { accounts, takeSeat } from './support/people.ts';
import { type Relay, type RelayWay, onlyByRelay, startRelay } from './support/relay.ts';
import { pathsOf, receivedBy } from './support/rtc.ts';
import { findMeeting } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** A browser that no direct way leads to the media ports: it sends and receives through coturn. */
test.describe.configure({ mode: 'serial' });

let relay: Relay | null;
let server: RunningServer;
let browser: Browser;
let meetingUrl: string;

test.beforeAll(async () => {
  relay = await startRelay();
  if (relay === null) return;
  server = await startServer(relay.settings);
  browser = await launchBrowser();
  meetingUrl = await findMeeting(browser, server.url);
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await relay?.stop();
});

for (const way of ['udp', 'tcp'] satisfies RelayWay[])
  test(`[T1] who reaches only the relay, by ${way}, sees and is seen through it`, async () => {
    test.skip(relay === null, 'needs coturn');
    const far = await takeSeat(browser, server.url, accounts.firstDelegate);
    const near = await takeSeat(browser, server.url, accounts.secondDelegate);
    await onlyByRelay(far.page, way);
    for (const { page } of [far, near]) await joinRoom(page, meetingUrl);
    for (const { page } of [far, near]) {
      await expect
        .poll(async () => (await receivedBy(page)).framesDecoded, { timeout: 60_000 })
        .toBeGreaterThan(30);
      await expect.poll(async () => (await receivedBy(page)).audioPackets).toBeGreaterThan(30);
    }
    // One to send and one to receive.
    expect(await pathsOf(far.page)).toEqual([
      { type: 'relay', relayProtocol: way },
      { type: 'relay', relayProtocol: way },
    ]);
    for (const { type } of await pathsOf(near.page)) expect(type).not.toBe('relay');
    expect([...far.errors, ...near.errors]).toEqual([]);
    for (const { page } of [far, near]) await page.context().close();
  });
