import { readFile } from 'node:fs/promises';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { pairDevice } from './support/door.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { openMeetingPage } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** The secretary's desk: arrivals, corrections, leaving and coming back, files, statistics. */
test.describe.configure({ mode: 'serial' });

let server: RunningServer;
let desk: Browser;
let secretary: Seat;

test.beforeAll(async () => {
  server = await startServer();
  desk = await launchBrowser();
  secretary = await takeSeat(desk, server.url, accounts.secretary);
});

test.afterAll(async () => {
  await desk?.close();
  await server?.stop();
});

const name = 'Phạm Ngọc Quỳnh Trâm';
const rowOf = (page: Page) => page.getByRole('row', { name: new RegExp(name) });
const chooseOffice = async (page: Page, office: string) => {
  await page.getByRole('button', { name: /Chức vụ$/ }).click();
  await page.getByRole('option', { name: office, exact: true }).click();
};
const present = async (page: Page) => {
  const bar = await page.getByRole('meter', { name: 'Số thành viên có mặt' }).textContent();
  return Number(/(\d+)\//.exec(bar ?? '')?.[1]);
};

test('[E80] the secretary sees an arrival at once, in a second browser too', async () => {
  const { page } = secretary;
  await openMeetingPage(page, server.url);
  await page.getByRole('tab', { name: 'Điểm danh' }).click();
  await expect(rowOf(page)).toContainText('Chưa điểm danh');
  const second = await takeSeat(desk, server.url, accounts.administrator);
  await second.page.goto(page.url());
  await second.page.getByRole('tab', { name: 'Điểm danh' }).click();
  const before = await present(page);
  const delegate = await takeSeat(desk, server.url, accounts.enrolledDelegate);
  const { origin, pathname } = new URL(page.url());
  await joinRoom(delegate.page, `${origin}${pathname}`, { muted: true });
  for (const one of [page, second.page]) {
    await expect(rowOf(one)).toContainText('Có mặt trực tuyến');
    await expect.poll(() => present(one)).toBe(before + 1);
  }
  // The delegate stays: whoever leaves the room for two minutes is put down as having left.
  await second.page.context().close();
});

test('[E81] finds people by typing without marks, by state and by organisation', async () => {
  const { page } = secretary;
  const find = page.getByRole('searchbox', { name: 'Tìm theo tên' });
  await find.fill('quynh tram');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(rowOf(page)).toBeVisible();
  await find.fill('');
  await page.getByRole('radio', { name: /Trực tuyến/ }).click();
  await expect(rowOf(page)).toBeVisible();
  // State and office narrow the roll together.
  await chooseOffice(page, 'Chủ tịch');
  await expect(rowOf(page)).toHaveCount(0);
  await chooseOffice(page, 'Phó Chủ tịch');
  await expect(rowOf(page)).toBeVisible();
  await page.getByRole('radio', { name: /Tất cả/ }).click();
  await expect(page.getByRole('row').filter({ hasNotText: 'Phó Chủ tịch' })).toHaveCount(1);
  await chooseOffice(page, 'Mọi chức vụ');
});

test('[E82] marks someone as having left, takes it back, and shows every change', async () => {
  const { page } = secretary;
  const before = await present(page);
  await rowOf(page).getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Ghi rời họp' }).click();
  await expect(rowOf(page)).toContainText('Đã rời họp');
  await expect.poll(() => present(page)).toBe(before - 1);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(rowOf(page)).toContainText('Có mặt trực tuyến');
  await rowOf(page).getByRole('button', { name }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
  await look(page, 'roll-person');
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi rời họp' }).click();
  await rowOf(page).getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi trở lại' }).click();
  await expect(rowOf(page)).toContainText('Có mặt trực tuyến');
});

test('[E83] corrects several people at once, with a reason', async () => {
  const { page } = secretary;
  await page.getByRole('radio', { name: /Chưa điểm danh/ }).click();
  const ticks = page.getByRole('checkbox', { name: /^Chọn / });
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await look(page, 'roll-desk');
  await page.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('label', { hasText: 'Vắng có lý do' }).click();
  await dialog.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  await expect(dialog.getByText('Xin ghi lý do.').first()).toBeVisible();
  await dialog.getByLabel('Lý do điều chỉnh').fill('Đi công tác');
  await dialog.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  await expect(page.getByText('Đã ghi 2 người: Vắng có lý do')).toBeVisible();
  await page.getByRole('radio', { name: /Tất cả/ }).click();
});

test('[E87] seats fill and empty as people come and go, on the roll and on the big screen', async () => {
  const { page } = secretary;
  const administrator = await takeSeat(desk, server.url, accounts.administrator);
  const screen = await pairDevice(desk, administrator.page, {
    kind: 'screen',
    url: server.url,
    name: 'Màn hình A',
    room: 'Phòng họp A',
  });
  await page.getByRole('button', { name: 'Xem sơ đồ chỗ ngồi' }).click();
  const other = administrator.page;
  await other.goto(page.url().split('?')[0] ?? '');
  await other.getByRole('button', { name: 'Màn hình lớn hiển thị' }).click();
  await other.getByRole('option', { name: 'Sơ đồ chỗ ngồi' }).click();
  const seatIs = async (who: string, meaning: string) => {
    for (const one of [page, screen]) {
      const seat = one.getByRole('group', { name: 'Sơ đồ chỗ ngồi' }).getByTitle(`${who}:`);
      await expect(seat).toHaveAttribute('title', new RegExp(`: ${meaning}$`));
    }
  };
  const hand = async (who: string, act: string) => {
    await page.getByRole('row', { name: who }).getByRole('button', { name: who }).click();
    await page.getByRole('dialog').getByRole('button', { name: act }).click();
  };
  await seatIs(name, 'dự trực tuyến');
  await hand(name, 'Ghi rời họp');
  await seatIs(name, 'đã rời họp');
  await hand(name, 'Ghi trở lại');
  await seatIs(name, 'dự trực tuyến');

  const late = 'Lê Hữu Tường';
  await hand(late, 'Điều chỉnh');
  const dialog = page.getByRole('dialog', { name: 'Điều chỉnh điểm danh' });
  await dialog.locator('label', { hasText: 'Có mặt trực tiếp' }).click();
  await dialog.getByLabel('Lý do điều chỉnh').fill('Đến tại phòng');
  await dialog.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  await seatIs(late, 'có mặt tại phòng');
  await hand(late, 'Ghi rời họp');
  await seatIs(late, 'đã rời họp');
  await look(page, 'roll-seats');
  await screen.context().close();
  await administrator.page.context().close();
});

test('[E84] exports the roll as a workbook and as a paper', async () => {
  const { page } = secretary;
  const file = async (format: string) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất bảng điểm danh' }).click();
    await page.getByRole('menuitem', { name: new RegExp(`\\.${format}`) }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^Điểm danh \d{4}-\d\d-\d\d .*\.\w+$/);
    return readFile(await download.path());
  };
  const strings = unzipSync(await file('xlsx'))['xl/sharedStrings.xml'];
  expect(strFromU8(strings ?? new Uint8Array())).toContain(name);
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('[E85] closes check-in by hand and opens it again', async () => {
  const { page } = secretary;
  await page.getByRole('button', { name: 'Đóng điểm danh' }).click();
  await expect(page.getByText('Đã đóng điểm danh (thư ký đóng)')).toBeVisible();
  await page.getByRole('button', { name: 'Mở lại điểm danh' }).click();
  await expect(page.getByText('Đang mở điểm danh (thư ký mở)')).toBeVisible();
  await page.getByRole('button', { name: 'Theo giờ đã định' }).click();
  await expect(page.getByText('Đang mở điểm danh', { exact: true })).toBeVisible();
});

test('[E86] shows how members attend, and sets how a body takes its roll', async () => {
  const { page, errors } = secretary;
  await page.goto(`${server.url}/admin/attendance`);
  await expect(page.getByRole('img', { name: /Biểu đồ/ })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await look(page, 'attendance-statistics');
  await page.goto(`${server.url}/admin/bodies`);
  await page.getByRole('row').nth(1).getByRole('button').first().click();
  const settings = page.getByRole('region', { name: 'Điểm danh' });
  const closes = settings.getByRole('checkbox', { name: 'Đóng điểm danh sau khi khai mạc' });
  await closes.press('Space');
  await expect(closes).toBeChecked();
  const faces = settings.getByRole('checkbox', { name: 'Giữ mẫu khuôn mặt ngắn hơn' });
  await faces.press('Space');
  await expect(settings.getByRole('textbox', { name: 'Xóa mẫu sau' })).toHaveValue(/365/);
  await settings.getByRole('button', { name: 'Lưu cách điểm danh' }).click();
  await expect(page.getByText(/Đã lưu cách điểm danh/)).toBeVisible();
  await look(page, 'body-attendance');
  expect(errors).toEqual([]);
});
