import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { launchBrowser, newProfile, watchForErrors } from './support/browser.ts';
import { pairDevice } from './support/door.ts';
import { filmFigure, looks } from './support/figure.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { castBallot, joinRoom } from './support/delegate.ts';
import { closePoll, openMeetingPage, openPoll } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** Every screen, on a phone, a small laptop and a wall, in the light and in the dark. */
const sizes = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1366, height: 768 },
  wall: { width: 3840, height: 2160 },
} as const;
const themes = ['light', 'dark'] as const;
/** Where pictures for the documentation go; without it they are only looked at by the checks. */
const gallery = process.env.SCREENSHOTS_DIR;

let server: RunningServer;
let browser: Browser;

test.beforeAll(async () => {
  server = await startServer();
  // The browser's own test picture for a camera: no face is to be in the documentation.
  browser = await launchBrowser();
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('[S1] signing in', async () => {
  const page = await (await newProfile(browser)).newPage();
  const errors = watchForErrors(page);
  await page.goto(`${server.url}/sign-in`);
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
  await look(page, 'sign-in');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[S2] the pages of a delegate', async () => {
  const { page, errors } = await takeSeat(browser, server.url, accounts.firstDelegate);
  await expect(page.getByRole('heading', { name: 'Hôm nay', level: 1 })).toBeVisible();
  await look(page, 'home');
  await page.goto(`${server.url}/me`);
  await expect(page.getByText('Điểm danh bằng khuôn mặt')).toBeVisible();
  await look(page, 'me');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Vào họp' }).first().click();
  await expect(page.getByRole('button', { name: 'Vào họp' })).toBeVisible();
  await look(page, 'pre-join');
  await page.getByText('Tôi ngồi tại phòng họp').click();
  await page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(page.getByText('Chưa điểm danh tại phòng')).toBeVisible();
  // In the hall nothing is recorded and nothing is played.
  await expect(page.locator('video, audio')).toHaveCount(0);
  await look(page, 'companion');
  await page.getByRole('button', { name: 'Chuyển sang họp trực tuyến' }).click();
  await page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(page.getByText('Đường truyền', { exact: false }).first()).toBeVisible();
  await look(page, 'room');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[S3] the pages of the secretariat', async () => {
  const { page, errors } = await takeSeat(browser, server.url, accounts.secretary);
  await openMeetingPage(page, server.url);
  for (const [tab, name] of [
    ['Chương trình', 'meeting-agenda'],
    ['Điểm danh', 'meeting-roll'],
    ['Biểu quyết', 'meeting-votes'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await look(page, name);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[S4] the pages of the administrator', async () => {
  const { page, errors } = await takeSeat(browser, server.url, accounts.administrator);
  for (const name of [
    'organisations',
    'people',
    'bodies',
    'rooms',
    'devices',
    'meetings',
    'audit',
  ]) {
    await page.goto(`${server.url}/admin/${name}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, `admin-${name}`);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[S5] the kiosk and the big screen', async () => {
  const administrator = await takeSeat(browser, server.url, accounts.administrator);
  for (const kind of ['kiosk', 'screen'] as const) {
    const fresh = await (await newProfile(browser)).newPage();
    await fresh.goto(`${server.url}/${kind}`);
    await expect(fresh.getByLabel('Mã ghép nối')).toBeVisible();
    await look(fresh, `${kind}-pairing`);
    await fresh.context().close();
    const page = await pairDevice(browser, administrator.page, {
      kind,
      url: server.url,
      name: `Thiết bị ${kind}`,
    });
    await expect(page.getByText('Phiên họp thường kỳ', { exact: false }).first()).toBeVisible();
    await look(page, kind);
    await page.context().close();
  }
  await administrator.page.context().close();
});

test('[S6] a vote in the room, from the question to the verdict', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-figures-'));
  const browsers: Browser[] = [];
  const seats: Seat[] = [];
  const secretary = await takeSeat(browser, server.url, accounts.secretary);
  await openMeetingPage(secretary.page, server.url);
  const meetingUrl = secretary.page.url();
  for (const [name, usernames] of [
    ['library', [accounts.firstDelegate, accounts.secondDelegate]],
    ['office', [accounts.enrolledDelegate]],
  ] as const) {
    const camera = join(folder, `${name}.mjpeg`);
    await filmFigure(looks[name], camera);
    const own = await launchBrowser(camera);
    browsers.push(own);
    for (const username of usernames) {
      const seat = await takeSeat(own, server.url, username);
      await joinRoom(seat.page, meetingUrl);
      seats.push(seat);
    }
  }
  const [first, ...others] = seats;
  if (first === undefined) throw new Error('nobody joined');
  await expect(first.page.locator('video')).toHaveCount(3);
  await look(first.page, 'room-together');
  await openPoll(secretary.page, 'Thông qua chương trình kỳ họp');
  await expect(first.page.getByRole('button', { name: 'Gửi phiếu' })).toBeVisible();
  await look(first.page, 'room-vote');
  await castBallot(first.page, 'Tán thành');
  await look(first.page, 'room-voted');
  for (const { page } of others) await castBallot(page, 'Tán thành');
  await closePoll(secretary.page);
  await expect(first.page.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible();
  await look(first.page, 'room-verdict');
  // However long the verdict: the way out stays in sight.
  await expect(first.page.getByRole('button', { name: 'Rời phòng họp' })).toBeInViewport();
  await look(secretary.page, 'meeting-verdict');
  expect([...seats, secretary].flatMap(({ errors }) => errors)).toEqual([]);
  for (const own of browsers) await own.close();
  await secretary.page.context().close();
  await rm(folder, { recursive: true, force: true });
});

/** Checks a screen with axe, for sideways scrolling and, where asked, keeps pictures of it. */
async function look(page: Page, name: string) {
  for (const theme of themes) {
    await page.evaluate((value) => localStorage.setItem('nghi-truong.theme', value), theme);
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await settle(page);
      await keep(page, `${name}-${size}-${theme}`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${name} scrolls sideways on a ${size}`).toBeLessThanOrEqual(0);
      if (size !== 'wall') await expectAccessible(page, `${name} on a ${size}, ${theme}`);
    }
  }
  await page.setViewportSize(sizes.laptop);
}

/** Two frames, so that what depends on the size has been laid out. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`,
  );
  expect(found, where).toEqual([]);
}

async function keep(page: Page, name: string) {
  if (gallery === undefined) return;
  await mkdir(gallery, { recursive: true });
  const picture = sharp(await page.screenshot()).resize({ width: 1920, withoutEnlargement: true });
  await writeFile(join(gallery, `${name}.webp`), await picture.webp({ quality: 82 }).toBuffer());
}
