import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { joinRoom, writeMessage } from './support/delegate.ts';
import { actOn, askForFloor, giveToNext, showPanel, strip } from './support/floor.ts';
import { type Seat, accounts, delegateNames, lateName, takeSeat } from './support/people.ts';
import { receivedBy } from './support/rtc.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** The chair's order in the room: who speaks, who is heard, who comes in. */
test.describe.configure({ mode: 'serial' });

const names = { ...delegateNames, late: lateName };

let server: RunningServer;
let browser: Browser;
let meetingUrl: string;
let secretary: Seat;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  secretary = await seatSecretary(browser, server.url);
  meetingUrl = secretary.page.url();
  await joinRoom(secretary.page, meetingUrl);
  await secretary.page.getByRole('button', { name: 'Tắt micro' }).first().click();
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function delegate(username: string): Promise<Seat> {
  const seat = await takeSeat(browser, server.url, username);
  await joinRoom(seat.page, meetingUrl);
  return seat;
}

test('[R1] three delegates and the floor: who does not have it is not heard, whatever the browser sends', async () => {
  const first = await delegate(accounts.firstDelegate);
  const second = await delegate(accounts.secondDelegate);
  const third = await delegate(accounts.enrolledDelegate);
  await showPanel(secretary.page, 'Phát biểu');
  await secretary.page.getByText('Chủ tọa điều hành phát biểu (khóa micro)').click();
  for (const { page } of [first, second, third])
    await expect(page.getByText('micro của đại biểu đang khóa', { exact: false })).toBeVisible();
  await expectSilence(third.page);

  await askForFloor(first.page, 'Phát biểu', 'Tiến độ giải ngân');
  await askForFloor(second.page, 'Chất vấn');
  await askForFloor(third.page, 'Vấn đề về thủ tục');
  // A point of order stands before those who came first.
  await expect(strip(secretary.page)).toContainText(`Tiếp theo: ${names.third}`);
  await secretary.page
    .getByRole('button', { name: `Việc khác với ${names.third}` })
    .first()
    .click();
  await secretary.page.getByRole('menuitem', { name: 'Bỏ khỏi danh sách' }).click();
  await secretary.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Bỏ khỏi danh sách' })
    .click();
  await expect(strip(secretary.page)).toContainText(`Tiếp theo: ${names.first}`);

  await giveToNext(secretary.page, names.first);
  for (const { page } of [second, third]) await expect(strip(page)).toContainText(names.first);
  await expect(strip(first.page)).toContainText('Đồng chí đang phát biểu');
  await expect(strip(second.page).getByRole('timer')).toContainText('Còn');
  // To speak is the speaker's own deed; nobody goes on air by being called.
  await expectSilence(third.page);
  await first.page.getByRole('button', { name: 'Bật micro' }).first().click();
  await expectSound(third.page);

  await strip(secretary.page).getByRole('button', { name: 'Kết thúc lượt' }).click();
  await expectSilence(third.page);
  await giveToNext(secretary.page, names.second);
  await expect(strip(second.page)).toContainText('Đồng chí đang phát biểu');

  await secretary.page.getByText('Chủ tọa điều hành phát biểu (khóa micro)').click();
  await strip(secretary.page).getByRole('button', { name: 'Kết thúc lượt' }).click();
  await showPanel(secretary.page, 'Phát biểu');
  await expect(secretary.page.getByText('nói', { exact: false }).first()).toBeVisible();
  expect([first, second, third, secretary].flatMap(({ errors }) => errors)).toEqual([]);
  for (const { page } of [first, second, third]) await page.context().close();
});

test('[R2] a microphone is switched off by the secretary and on by its person alone', async () => {
  const first = await delegate(accounts.firstDelegate);
  const second = await delegate(accounts.secondDelegate);
  await expectSound(second.page);
  await actOn(secretary.page, names.first, 'Tắt tiếng');
  await expect(
    first.page.getByText('đã tắt micro của đồng chí', { exact: false }).first(),
  ).toBeVisible();
  await expect(first.page.getByRole('button', { name: 'Bật micro' }).first()).toBeVisible();
  await expectSilence(second.page);
  await actOn(secretary.page, names.first, 'Đề nghị bật micro');
  const asked = first.page.getByText('mời đồng chí bật micro', { exact: false });
  await expect(asked.first()).toBeVisible();
  await expectSilence(second.page);
  await first.page.getByRole('button', { name: 'Bật micro' }).first().click();
  await expectSound(second.page);
  expect([first, second].flatMap(({ errors }) => errors)).toEqual([]);
  for (const { page } of [first, second]) await page.context().close();
});

test('[R3] the secretary cannot miss who waits; the door never costs a vote', async () => {
  await showPanel(secretary.page, 'Người họp');
  await secretary.page.getByRole('button', { name: 'Cửa phòng họp trực tuyến' }).click();
  await secretary.page.getByRole('option', { name: 'Mọi đại biểu chờ được cho vào' }).click();
  // Someone who has not been inside, for whoever has may come back, and is not in the hall.
  const late = await takeSeat(browser, server.url, accounts.lateDelegate);
  await late.page.goto(`${meetingUrl}/room`);
  await late.page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(late.page.getByText('Thư ký sẽ cho đồng chí vào')).toBeVisible();
  await late.page.reload();
  await late.page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(late.page.getByText('Thư ký sẽ cho đồng chí vào')).toBeVisible();

  // On every page, not in the room alone.
  const elsewhere = await secretary.page.context().newPage();
  await elsewhere.goto(server.url);
  await expect(elsewhere.getByText('1 người chờ vào', { exact: false }).first()).toBeVisible();
  await elsewhere.close();
  await secretary.page.getByRole('button', { name: new RegExp(`Cho vào.*${names.late}`) }).click();
  await expect(late.page.getByRole('button', { name: 'Rời phòng họp' })).toBeVisible();

  await actOn(secretary.page, names.late, 'Mời ra khỏi phòng trực tuyến');
  await secretary.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Mời ra khỏi phòng trực tuyến' })
    .click();
  await expect(
    late.page.getByText('mời ra khỏi phòng họp trực tuyến', { exact: false }).first(),
  ).toBeVisible();
  await late.page.goto(`${meetingUrl}?tab=votes`);
  await expect(late.page.getByRole('tab', { name: 'Biểu quyết' })).toBeVisible();
  expect([...late.errors, ...secretary.errors]).toEqual([]);
  await late.page.context().close();
});

test('[R4] what is written to all and to the secretariat reaches those alone', async () => {
  const first = await takeSeat(browser, server.url, accounts.firstDelegate);
  const second = await takeSeat(browser, server.url, accounts.secondDelegate);
  for (const { page } of [first, second]) await page.goto(`${meetingUrl}?tab=chat`);
  await writeMessage(first.page, 'Kính gửi các đồng chí');
  await expect(second.page.getByText('Kính gửi các đồng chí')).toBeVisible();
  await first.page.getByRole('button', { name: 'Gửi đến' }).click();
  await first.page.getByRole('option', { name: 'Riêng ban thư ký' }).click();
  await writeMessage(first.page, 'Máy tôi mất tiếng');
  await showPanel(secretary.page, 'Trao đổi');
  await expect(secretary.page.getByText('Máy tôi mất tiếng')).toBeVisible();
  await secretary.page.getByRole('button', { name: `Trả lời ${names.first}` }).click();
  await writeMessage(secretary.page, 'Kỹ thuật đang đến');
  await expect(first.page.getByText('Kỹ thuật đang đến')).toBeVisible();
  await first.page.reload();
  await expect(first.page.getByText('Kỹ thuật đang đến')).toBeVisible();
  await expect(second.page.getByText('Kính gửi các đồng chí')).toBeVisible();
  await expect(second.page.getByText('mất tiếng')).toHaveCount(0);
  expect([first, second, secretary].flatMap(({ errors }) => errors)).toEqual([]);
  for (const { page } of [first, second]) await page.context().close();
});

/** Packets of sound that arrive in two seconds. */
async function heardBy(page: Page): Promise<number> {
  const before = await receivedBy(page);
  await page.waitForTimeout(2000);
  return (await receivedBy(page)).audioPackets - before.audioPackets;
}

/** The browser's test microphone beeps once a second: heard, it makes dozens of packets in two seconds. */
async function expectSound(page: Page) {
  await expect.poll(() => heardBy(page), { timeout: 60_000 }).toBeGreaterThan(10);
}

async function expectSilence(page: Page) {
  await expect.poll(() => heardBy(page), { timeout: 60_000 }).toBe(0);
}
