import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { faces, filmFace } from './support/camera.ts';
import { enrolFace, pairDevice } from './support/door.ts';
import { accounts, takeSeat } from './support/people.ts';
import { closePoll, openMeetingPage, openPoll } from './support/secretary.ts';
import { receivedBy } from './support/rtc.ts';
import { castBallot, joinRoom } from './support/delegate.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** One hybrid meeting, as people hold it: online, at the door, and through a crash in the middle of a vote. */
test.describe.configure({ mode: 'serial' });

let server: RunningServer;
let folder: string;
/** In front of whose cameras stand Anna and Bella, and nobody in particular. */
let annas: Browser;
let bellas: Browser;
let desk: Browser;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-cameras-'));
  const files = { anna: join(folder, 'anna.mjpeg'), bella: join(folder, 'bella.mjpeg') };
  await filmFace(faces.beth, 0, files.anna);
  await filmFace(faces.bella, 0, files.bella);
  server = await startServer();
  annas = await launchBrowser(files.anna);
  bellas = await launchBrowser(files.bella);
  desk = await launchBrowser();
});

test.afterAll(async () => {
  for (const browser of [annas, bellas, desk]) await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('[E1] the kiosk greets who is enrolled and marks them present, and nobody else', async () => {
  const delegate = await takeSeat(annas, server.url, accounts.enrolledDelegate);
  await enrolFace(delegate.page, server.url);
  const administrator = await takeSeat(desk, server.url, accounts.administrator);
  const secretary = await takeSeat(desk, server.url, accounts.secretary);
  await openMeetingPage(secretary.page, server.url);
  await secretary.page.getByRole('tab', { name: 'Điểm danh' }).click();
  const row = secretary.page.getByRole('row', { name: /Phạm Ngọc Quỳnh Trâm/ });
  await expect(row).toContainText('Chưa điểm danh');

  const stranger = await pairDevice(bellas, administrator.page, {
    kind: 'kiosk',
    url: server.url,
    name: 'Cửa phụ',
  });
  await expect(stranger.getByText('Chưa nhận ra đồng chí', { exact: false })).toBeVisible();
  await expect(secretary.page.getByRole('row', { name: /Khuôn mặt/ })).toHaveCount(0);

  const kiosk = await pairDevice(annas, administrator.page, {
    kind: 'kiosk',
    url: server.url,
    name: 'Cửa chính',
    shows: 'Xin chào đồng chí',
  });
  await expect(kiosk.getByText('Phạm Ngọc Quỳnh Trâm').first()).toBeVisible();
  await expect(row).toContainText('Có mặt trực tiếp');
  await expect(row).toContainText('Khuôn mặt');
  await expect(row).toContainText('Cửa chính');
  for (const { page, errors } of [delegate, administrator, secretary]) {
    expect(errors).toEqual([]);
    await page.context().close();
  }
  for (const page of [kiosk, stranger]) await page.context().close();
});

test('[E2] two delegates see and hear each other, vote, and their votes outlive a kill', async () => {
  const first = await takeSeat(bellas, server.url, accounts.firstDelegate);
  const second = await takeSeat(annas, server.url, accounts.secondDelegate);
  const secretary = await takeSeat(desk, server.url, accounts.secretary);
  await openMeetingPage(secretary.page, server.url);
  const meetingUrl = secretary.page.url();
  for (const { page } of [first, second]) await joinRoom(page, meetingUrl);
  for (const { page } of [first, second]) await expectToSeeAndHear(page);

  await openPoll(secretary.page, 'Thông qua chương trình kỳ họp');
  await castBallot(first.page, 'Tán thành');
  await castBallot(second.page, 'Tán thành');
  await server.kill();
  await server.restart();

  // Thirteen were in the room from the beginning, the delegate of the first journey came by the kiosk.
  await expect(secretary.page.getByText('2/16').first()).toBeVisible();
  await closePoll(secretary.page);
  for (const { page } of [first, second, secretary]) {
    await expect(page.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible();
    await expect(
      page.getByText('Tán thành 2/21 tổng số thành viên', { exact: false }).first(),
    ).toBeVisible();
  }
  for (const { page } of [first, second]) await expectToSeeAndHear(page);
  expect([...first.errors, ...second.errors, ...secretary.errors]).toEqual([]);
});

/** More pictures and more sound arrive than had arrived before. */
async function expectToSeeAndHear(page: Page) {
  const before = await receivedBy(page);
  await expect
    .poll(async () => (await receivedBy(page)).framesDecoded - before.framesDecoded, {
      timeout: 60_000,
    })
    .toBeGreaterThan(10);
  await expect
    .poll(async () => (await receivedBy(page)).audioSamples - before.audioSamples, {
      timeout: 60_000,
    })
    .toBeGreaterThan(48_000);
}
