import { type Browser, expect, test } from '@playwright/test';
import { newProfile, watchForErrors } from './support/browser.ts';
import { pairDevice } from './support/door.ts';
import { launchFigure } from './support/figure-browser.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { castBallot, joinRoom } from './support/delegate.ts';
import { closePoll, openMeetingPage, openPoll } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** Every screen that stands still; those of a room in session are in `room-screens.spec.ts`. */

let server: RunningServer;
let browser: Browser;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchFigure('library');
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
  // Comes after the page itself.
  await expect(page.getByRole('heading', { name: 'Cần trả lời' })).toBeVisible();
  await look(page, 'home');
  await page.goto(`${server.url}/me`);
  await expect(page.getByText('Điểm danh bằng khuôn mặt')).toBeVisible();
  await look(page, 'me');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Vào họp' }).first().click();
  await expect(page.getByRole('button', { name: 'Vào họp' })).toBeVisible();
  await expect(page.locator('video')).toBeVisible();
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
    ['Phát biểu', 'meeting-floor'],
    ['Người dự họp', 'meeting-people'],
    ['Ghi hình', 'meeting-recordings'],
    ['Trao đổi', 'meeting-chat'],
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
  const browsers: Browser[] = [];
  const seats: Seat[] = [];
  const secretary = await takeSeat(browser, server.url, accounts.secretary);
  await openMeetingPage(secretary.page, server.url);
  const meetingUrl = secretary.page.url();
  for (const [name, usernames] of [
    ['library', [accounts.firstDelegate, accounts.secondDelegate]],
    ['office', [accounts.enrolledDelegate]],
  ] as const) {
    const own = await launchFigure(name);
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
});
