import { type Browser, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { fillMeeting } from './support/crowd.ts';
import { joinRoom } from './support/delegate.ts';
import { showPanel } from './support/floor.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { openMeetingPage } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** What people do with the room itself. */
const crowd = 1000;

let server: RunningServer;
let browser: Browser;
let meetingUrl: string;
let secretary: Seat;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  secretary = await takeSeat(browser, server.url, accounts.secretary);
  await openMeetingPage(secretary.page, server.url);
  meetingUrl = secretary.page.url();
  await fillMeeting(server, meetingUrl.split('/').at(-1) ?? '', crowd);
  await joinRoom(secretary.page, meetingUrl, { muted: true });
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('[W1] a thousand names scroll like ten, and are found by typing without marks', async () => {
  const { page } = secretary;
  await showPanel(page, 'Người họp');
  const list = page.getByRole('grid', { name: 'Danh sách người dự họp' });
  const rows = list.getByRole('row');
  await expect(list).toHaveAttribute('aria-rowcount', /^10\d\d$/);
  expect(await rows.count()).toBeLessThan(60);
  const all = await list.getAttribute('aria-rowcount');
  const last = list.locator(`[role="row"][aria-rowindex="${all}"]`);
  await expect(last).toHaveCount(0);
  await list.hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 20_000);
      return last.isVisible();
    })
    .toBe(true);
  expect(await rows.count()).toBeLessThan(60);
  await page.getByRole('searchbox', { name: 'Tìm người', exact: false }).fill('dai bieu so 777');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Đại biểu số 777');
  await page.getByRole('searchbox', { name: 'Tìm người', exact: false }).fill('');
  expect(secretary.errors).toEqual([]);
});
