import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { castBallot, joinRoom } from './support/delegate.ts';
import { pairDevice } from './support/door.ts';
import { askForFloor, giveToNext, strip } from './support/floor.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { receivedBy, watchConnections } from './support/rtc.ts';
import { closePoll, openPoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** The room of the meeting: who sits in it, its own camera and microphone, the big screen, the recording. */
test.describe.configure({ mode: 'serial' });

const run = promisify(execFile);
const room = 'Phòng họp A';
const online = 'Nguyễn Thị Bích Liễu';

let server: RunningServer;
let browser: Browser;
let meetingUrl: string;
let administrator: Seat;
let secretary: Seat;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  administrator = await takeSeat(browser, server.url, accounts.administrator);
  secretary = await seatSecretary(browser, server.url);
  meetingUrl = secretary.page.url();
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('[H1] who keeps company in the room has agenda, floor and votes, and no sound that could echo', async () => {
  const seat = await takeSeat(browser, server.url, accounts.secondDelegate);
  await watchConnections(seat.page);
  await seat.page.goto(`${meetingUrl}/room`);
  await seat.page.getByText('Tôi ngồi tại phòng họp').click();
  await seat.page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(seat.page.getByText('Chưa điểm danh tại phòng')).toBeVisible();
  expect(await seat.page.locator('audio, video').count()).toBe(0);
  expect(await seat.page.evaluate(() => window.watchedConnections?.length)).toBe(0);
  await askForFloor(seat.page, 'Phát biểu');
  await secretary.page.goto(`${meetingUrl}?tab=floor`);
  await expect(secretary.page.getByText('Lê Hữu Tường').first()).toBeVisible();
  // Nobody marks themselves present in person.
  await secretary.page.goto(`${meetingUrl}?tab=roll`);
  await expect(secretary.page.getByRole('row', { name: /Lê Hữu Tường/ })).toContainText(
    'Chưa điểm danh',
  );
  await seat.page.getByRole('button', { name: 'Rút' }).first().click();
  await seat.page.getByRole('button', { name: 'Rút đăng ký' }).click();
  await expect(seat.page.getByRole('button', { name: 'Đăng ký phát biểu' })).toBeVisible();
  expect([...seat.errors, ...secretary.errors]).toEqual([]);
  await seat.page.context().close();
});

test('[H2] the device of the room joins by itself and is seen and heard as the room', async () => {
  const delegate = await takeSeat(browser, server.url, accounts.firstDelegate);
  await joinRoom(delegate.page, meetingUrl);
  const device = await pairDevice(browser, administrator.page, {
    kind: 'room-device',
    url: server.url,
    name: 'Phòng A',
    room,
  });
  await expect(device.getByText(online)).toBeVisible();
  await expect(
    delegate.page.getByRole('listitem', { name: /Phòng (họp )?A/ }).first(),
  ).toBeVisible();
  const before = await receivedBy(delegate.page);
  await expect
    .poll(async () => (await receivedBy(delegate.page)).framesDecoded - before.framesDecoded)
    .toBeGreaterThan(10);
  await expect
    .poll(async () => (await receivedBy(delegate.page)).audioPackets - before.audioPackets)
    .toBeGreaterThan(10);
  expect(delegate.errors).toEqual([]);
  await device.context().close();
  await delegate.page.context().close();
});

test('[H3] the big screen follows the meeting by itself, and the secretary can hold a view', async () => {
  const screen = await pairDevice(browser, administrator.page, {
    kind: 'screen',
    url: server.url,
    name: 'Màn hình A',
    room,
  });
  // Thirteen have checked in at the door: their seats are taken.
  await expect(screen.getByRole('listitem').filter({ hasText: 'có mặt tại phòng' })).toHaveCount(
    13,
  );
  const delegate = await takeSeat(browser, server.url, accounts.firstDelegate);
  await joinRoom(delegate.page, meetingUrl);
  await secretary.page.goto(meetingUrl);
  await secretary.page.getByRole('button', { name: 'Mục tiếp theo' }).click();
  await expect(screen.getByRole('heading', { name: 'Khai mạc', exact: false })).toBeVisible();
  await expect(screen.getByRole('timer')).toBeVisible();

  await askForFloor(delegate.page, 'Phát biểu', 'Tiến độ giải ngân');
  await joinRoom(secretary.page, meetingUrl);
  await giveToNext(secretary.page, online);
  await expect(screen.getByRole('heading', { name: online })).toBeVisible();
  await expect(screen.getByText('Tiến độ giải ngân')).toBeVisible();
  await expect(screen.locator('video')).toBeVisible();
  await strip(secretary.page).getByRole('button', { name: 'Kết thúc lượt' }).click();
  await expect(screen.getByRole('heading', { name: 'Khai mạc', exact: false })).toBeVisible();

  await secretary.page.goto(meetingUrl);
  await secretary.page.getByRole('button', { name: 'Màn hình lớn hiển thị' }).click();
  await secretary.page.getByRole('option', { name: 'Sơ đồ chỗ ngồi' }).click();
  await expect(screen.getByRole('heading', { name: 'Sơ đồ chỗ ngồi' })).toBeVisible();
  await openPoll(secretary.page, 'Thông qua chương trình kỳ họp');
  await castBallot(delegate.page, 'Tán thành');
  await expect(screen.getByRole('heading', { name: 'Sơ đồ chỗ ngồi' })).toBeVisible();
  await secretary.page.getByRole('tab', { name: 'Chương trình' }).click();
  await secretary.page.getByRole('button', { name: 'Màn hình lớn hiển thị' }).click();
  await secretary.page.getByRole('option', { name: 'Tự động' }).click();
  await expect(
    screen.getByRole('heading', { name: 'Thông qua chương trình kỳ họp' }),
  ).toBeVisible();
  await secretary.page.getByRole('tab', { name: 'Biểu quyết' }).click();
  await closePoll(secretary.page);
  await expect(screen.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible();
  expect([...delegate.errors, ...secretary.errors]).toEqual([]);
  await screen.context().close();
  await delegate.page.context().close();
});

test('[H4] a recording has the picture and the sound of the room, and everyone is told', async () => {
  const first = await takeSeat(browser, server.url, accounts.firstDelegate);
  const second = await takeSeat(browser, server.url, accounts.enrolledDelegate);
  for (const { page } of [first, second]) await joinRoom(page, meetingUrl);
  await secretary.page.goto(`${meetingUrl}?tab=recordings`);
  await secretary.page.getByRole('button', { name: 'Ghi hình', exact: true }).click();
  await secretary.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Ghi hình', exact: true })
    .click();
  for (const { page } of [first, second])
    await expect(page.getByText('Đang ghi hình').first()).toBeVisible();
  const before = await receivedBy(second.page);
  await expect
    .poll(async () => (await receivedBy(second.page)).framesDecoded - before.framesDecoded)
    .toBeGreaterThan(100);
  await secretary.page.getByRole('button', { name: 'Dừng ghi hình' }).click();
  await secretary.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Dừng ghi hình' })
    .click();
  await expect(first.page.getByText('Đang ghi hình')).toHaveCount(0);
  await expect(secretary.page.getByText('Sẵn sàng')).toBeVisible({ timeout: 120_000 });
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-recording-'));
  const downloading = secretary.page.waitForEvent('download');
  await secretary.page.getByRole('link', { name: 'Tải về' }).click();
  const file = join(folder, 'recording.webm');
  await (await downloading).saveAs(file);
  const probe = ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', file];
  const { stdout } = await run('ffprobe', probe);
  expect(stdout.trim().split('\n').toSorted()).toEqual(['audio', 'video']);
  await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-']);
  await rm(folder, { recursive: true });
  expect([first, second, secretary].flatMap(({ errors }) => errors)).toEqual([]);
  for (const { page } of [first, second]) await page.context().close();
});
