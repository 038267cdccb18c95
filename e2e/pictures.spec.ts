import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { filmSlowFigure, looks } from './support/figure.ts';
import { type Seat, takeSeat } from './support/people.ts';
import { findMeeting } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { choose, layoutOf, shownOn, tileOf, trackOf } from './support/stage.ts';
import {
  except,
  expectToFlow,
  expectToRest,
  layersOut,
  only,
  picturesIn,
  soundIn,
  soundOut,
} from './support/traffic.ts';

/** What is received and sent is what somebody sees and hears, and no more: the browsers' own statistics prove it. */
test.describe.configure({ mode: 'serial' });

const laptop = { width: 1366, height: 768 };
/** One column of faces. */
const narrow = 300;

/** Those with a camera; nobody but the watcher below receives their pictures. */
const usernames = {
  'Nguyễn Thị Bích Liễu': 'nguyenthibichlieu',
  'Lê Hữu Tường': 'lehuutuong',
  'Phạm Ngọc Quỳnh Trâm': 'phamngocquynhtram',
  'Võ Kỳ Nhẫn': 'vokynhan',
};
const names = Object.keys(usernames);

let server: RunningServer;
let browser: Browser;
let folder: string;
let meetingUrl: string;
/** With neither camera nor microphone on. */
let watcher: Seat;
const senders = new Map<string, Seat>();

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-figures-'));
  const camera = join(folder, 'office.y4m');
  await filmSlowFigure(looks.office, camera);
  server = await startServer();
  browser = await launchBrowser(camera);
  meetingUrl = await findMeeting(browser, server.url);
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function pageOf(name: string): Page {
  const seat = senders.get(name);
  if (seat === undefined) throw new Error(`${name} has not joined`);
  return seat.page;
}

test('[P1] a muted microphone sends nothing, and nothing of it arrives', async () => {
  for (const [name, username] of Object.entries(usernames)) {
    const seat = await takeSeat(browser, server.url, username);
    senders.set(name, seat);
    // Who speaks is moved to the first page; here nobody is to move.
    await joinRoom(seat.page, meetingUrl, { muted: true });
    await choose(seat.page, 'Thêm', 'Chỉ âm thanh');
  }
  watcher = await takeSeat(browser, server.url, 'dinhtrongnghi');
  await joinRoom(watcher.page, meetingUrl);
  await watcher.page.getByRole('button', { name: 'Tắt máy ảnh' }).click();
  const [listener = ''] = names;
  await expectToFlow('a voice', () => soundOut(watcher.page));
  await expectToFlow('a voice', () => soundIn(pageOf(listener)));
  await watcher.page.getByRole('button', { name: 'Tắt micro' }).click();
  await Promise.all([
    expectToRest('a muted voice', () => soundOut(watcher.page)),
    ...names.map((name) => expectToRest(`what ${name} hears`, () => soundIn(pageOf(name)))),
  ]);
});

test('[P2] of a page of tiles out of sight nothing is received, and nothing of it is sent', async () => {
  const { page } = watcher;
  await choose(page, 'Hiển thị', 'Lưới');
  await shrinkToTwoPages();
  const first = await shownOn(page);
  const second = names.filter((name) => !first.includes(name));
  expect(second.length).toBeGreaterThan(0);
  await expectOnlyThese(first, second);
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await expect.poll(() => shownOn(page)).toEqual(second);
  await expectOnlyThese(second, first);
  await page.getByRole('button', { name: 'Trang trước' }).click();
  await expect.poll(() => shownOn(page)).toEqual(first);
  await expectOnlyThese(first, second);
});

/** How many faces a window holds is the page's own matter; this finds one that does not hold all. */
async function shrinkToTwoPages() {
  const { page } = watcher;
  const pager = page.getByRole('navigation', { name: 'Các trang' });
  let height = 760;
  const shrink = async () => {
    height = height < 400 ? 720 : height - 40;
    await page.setViewportSize({ width: narrow, height });
    await page.waitForTimeout(500);
    return (await pager.count()) === 0 ? '' : pager.textContent();
  };
  await expect.poll(shrink).toContain('1/2');
}

/** Pictures of the ones flow, none of them in full size; of the others nothing moves anywhere. */
async function expectOnlyThese(shown: string[], hidden: string[]) {
  const { page } = watcher;
  const tracks = await Promise.all(shown.map((name) => trackOf(page, name)));
  for (const name of shown) await expectToSee(name);
  await Promise.all([
    expectToRest('what is out of sight', async () => except(await picturesIn(page), tracks)),
    ...hidden.map((name) => expectToRest(`the camera of ${name}`, () => layersOut(pageOf(name)))),
    ...shown.map((name) =>
      expectToRest(`the full size of ${name}`, async () =>
        only(await layersOut(pageOf(name)), ['r2']),
      ),
    ),
  ]);
}

/** A camera that sends its lowest layer alone. */
async function expectSmall(name: string) {
  const page = pageOf(name);
  await expectToRest(`what is large of ${name}`, () => upperLayersOut(page));
  await expectToFlow(`what is small of ${name}`, async () => only(await layersOut(page), ['r0']));
}

const upperLayersOut = async (page: Page) => except(await layersOut(page), ['r0']);

test('[P3] who stands large is sent large, and the others small', async () => {
  const { page } = watcher;
  const [large = '', ...small] = names;
  await page.setViewportSize(laptop);
  await choose(page, 'Hiển thị', 'Người phát biểu lớn');
  await page.getByRole('button', { name: `Ghim ${large}`, exact: true }).click();
  await expectToFlow(`what is large of ${large}`, () => upperLayersOut(pageOf(large)));
  await Promise.all(small.map(expectSmall));
});

test('[P4] sound alone receives no picture at all, and then nobody sends one', async () => {
  const { page } = watcher;
  await choose(page, 'Thêm', 'Chỉ âm thanh');
  await expect(page.getByText('Đang chỉ nhận âm thanh').first()).toBeVisible();
  await Promise.all([
    expectToRest('every picture', () => picturesIn(page)),
    ...names.map((name) => expectToRest(`the camera of ${name}`, () => layersOut(pageOf(name)))),
  ]);
  await choose(page, 'Thêm', 'Đầy đủ');
  for (const name of names) await expectToSee(name);
});

/** The tile shows a picture that goes on coming. */
async function expectToSee(name: string) {
  const { page } = watcher;
  const track = await trackOf(page, name);
  await expectToFlow(name, async () => only(await picturesIn(page), [track]));
}

test('[P5] a shared screen stands beside the people, until it is shared no more', async () => {
  const { page } = watcher;
  const [sharer = ''] = names;
  const screen = `Màn hình của ${sharer}`;
  await choose(page, 'Hiển thị', 'Tự động');
  const before = await layoutOf(page);
  expect(before).not.toBe('side');
  await pageOf(sharer).getByRole('button', { name: 'Chia sẻ', exact: true }).click();
  await expectToSee(screen);
  expect(await layoutOf(page)).toBe('side');
  await pageOf(sharer).getByRole('button', { name: 'Dừng chia sẻ' }).click();
  await expect(tileOf(page, screen)).toHaveCount(0);
  await expect.poll(() => layoutOf(page)).toBe(before);
  expect([watcher, ...senders.values()].flatMap(({ errors }) => errors)).toEqual([]);
});
