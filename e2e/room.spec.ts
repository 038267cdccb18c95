import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { fillMeeting } from './support/crowd.ts';
import { joinRoom, writeMessage } from './support/delegate.ts';
import { askForFloor, giveToNext, showPanel, strip } from './support/floor.ts';
import { type Seat, accounts, delegateNames as names, takeSeat } from './support/people.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** What people do with the room itself: its windows, its queue by hand, its long list, its talk beside. */
const crowd = 1000;

let server: RunningServer;
let browser: Browser;
let meetingUrl: string;
let secretary: Seat;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  secretary = await seatSecretary(browser, server.url);
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

/** A message as it stands in the chat: its words are in the field, too, until the server has taken them. */
const said = (page: Page, words: string) =>
  page.getByRole('log', { name: 'Trao đổi' }).getByText(words);

test('[W2] what is written while the chat is being read is in it, once', async () => {
  const { page } = secretary;
  const other = await takeSeat(browser, server.url, accounts.secondDelegate);
  await other.page.goto(`${meetingUrl}?tab=chat`);
  await writeMessage(other.page, 'Trước khi mở');
  await expect(said(other.page, 'Trước khi mở')).toBeVisible();
  // The answer is on its way while others go on writing.
  const reader = await takeSeat(browser, server.url, accounts.enrolledDelegate);
  let wasRead = false;
  await reader.page.route(/\/api\/meetings\/[^/]+\/chat/, async (route) => {
    const answer = await route.fetch();
    if (!wasRead) {
      wasRead = true;
      await writeMessage(other.page, 'Trong khi đọc');
      await expect(said(other.page, 'Trong khi đọc')).toBeVisible();
    }
    await route.fulfill({ response: answer });
  });
  await reader.page.goto(`${meetingUrl}?tab=chat`);
  await expect(said(reader.page, 'Trước khi mở')).toHaveCount(1);
  await expect(said(reader.page, 'Trong khi đọc')).toHaveCount(1);
  await showPanel(page, 'Trao đổi');
  await writeMessage(page, 'Đã nhận ý kiến');
  await expect(said(reader.page, 'Đã nhận ý kiến')).toHaveCount(1);
  expect([secretary, other, reader].flatMap(({ errors }) => errors)).toEqual([]);
  for (const seat of [other, reader]) await seat.page.context().close();
});

test('[W3] the room fills the screen, and goes on in a small window above others', async () => {
  const { page } = secretary;
  const other = await takeSeat(browser, server.url, accounts.firstDelegate);
  await joinRoom(other.page, meetingUrl, { muted: true });
  await fromDisplayMenu(page, 'Toàn màn hình');
  await expect.poll(() => isFullScreen(page)).toBe(true);
  await fromDisplayMenu(page, 'Toàn màn hình');
  await expect.poll(() => isFullScreen(page)).toBe(false);

  await page.getByRole('button', { name: 'Hiển thị', exact: true }).click();
  const small = page.getByRole('menuitem', { name: 'Mở cửa sổ nhỏ luôn ở trên' });
  await expect(page.getByRole('menuitem', { name: 'Toàn màn hình' })).toBeVisible();
  if (!(await page.evaluate(() => 'documentPictureInPicture' in window))) {
    await expect(small).toHaveCount(0);
    return;
  }
  await small.click();
  await expect.poll(() => textOfSmall(page)).toContain(names.first);
  await pressInSmall(page);
  await expect(page.getByRole('button', { name: 'Tắt micro' }).first()).toBeVisible();
  await expect.poll(() => textOfSmall(page)).toContain('Tắt micro');
  await fromDisplayMenu(page, 'Đóng cửa sổ nhỏ');
  await expect.poll(() => textOfSmall(page)).toBeNull();
  expect([secretary, other].flatMap(({ errors }) => errors)).toEqual([]);
  await other.page.context().close();
});

test('[W4] the queue is put in order by pointer and by keyboard, and everyone sees it', async () => {
  const { page } = secretary;
  const { first: one, second: two, third: three } = names;
  const delegates: Seat[] = [];
  for (const account of [
    accounts.firstDelegate,
    accounts.secondDelegate,
    accounts.enrolledDelegate,
  ]) {
    const seat = await takeSeat(browser, server.url, account);
    delegates.push(seat);
    await joinRoom(seat.page, meetingUrl, { muted: true });
    await askForFloor(seat.page, 'Phát biểu');
  }
  const [first] = delegates;
  if (first === undefined) throw new Error('nobody came');
  await showPanel(page, 'Phát biểu');
  await showPanel(first.page, 'Phát biểu');
  await expectQueue(page, [one, two, three]);

  // The pointer takes a request by any place of it, the keyboard by its grip; both ends must be in sight.
  await page.setViewportSize({ width: 1366, height: 1200 });
  const beforeIt = { sourcePosition: { x: 12, y: 12 }, targetPosition: { x: 20, y: 2 } };
  await queueOf(page).nth(2).dragTo(queueOf(page).nth(0), beforeIt);
  await expectQueue(page, [three, one, two]);
  await expectQueue(first.page, [three, one, two]);

  const grip = page.getByRole('button', { name: `Kéo để xếp lại thứ tự của ${three}` });
  await grip.focus();
  await page.keyboard.press('Enter');
  // The focus goes to the places between the requests, as a screen reader tells.
  await expect(grip).not.toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expectQueue(page, [one, two, three]);
  await expectQueue(first.page, [one, two, three]);

  // A speech that was ended by mistake goes on with the time that was left.
  await giveToNext(page, one);
  await expect(strip(first.page)).toContainText('Đồng chí đang phát biểu');
  await strip(page).getByRole('button', { name: 'Kết thúc lượt' }).click();
  await expect(strip(first.page).getByText('Đồng chí đang phát biểu')).toHaveCount(0);
  await strip(page).getByRole('button', { name: 'Cho nói tiếp' }).click();
  await expect(strip(first.page)).toContainText('Đồng chí đang phát biểu');
  await expectQueue(first.page, [two, three]);
  await strip(page).getByRole('button', { name: 'Kết thúc lượt' }).click();
  expect([secretary, ...delegates].flatMap(({ errors }) => errors)).toEqual([]);
  for (const seat of delegates.slice(1)) await seat.page.context().close();
});

const queueOf = (page: Page) =>
  page
    .getByRole('region', { name: 'Danh sách đăng ký' })
    .getByRole('row')
    .or(page.getByRole('region', { name: 'Danh sách đăng ký' }).getByRole('listitem'));

async function expectQueue(page: Page, wanted: readonly string[]) {
  await expect(queueOf(page)).toHaveCount(wanted.length);
  for (const [at, name] of wanted.entries())
    await expect(queueOf(page).nth(at)).toContainText(name);
}

async function fromDisplayMenu(page: Page, act: string) {
  await page.getByRole('button', { name: 'Hiển thị', exact: true }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

const isFullScreen = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

/** What the small window shows; null when it is shut. */
const textOfSmall = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const small: Window | null = Reflect.get(window.documentPictureInPicture ?? {}, 'window');
    return small?.document.body.innerText ?? null;
  });

/** Presses its one button, that of the microphone. */
const pressInSmall = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const small: Window | null = Reflect.get(window.documentPictureInPicture ?? {}, 'window');
    small?.document.querySelector('button')?.click();
  });
