import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { launchBrowser } from './support/browser.ts';
import { faces, takeFrame } from './support/camera.ts';
import { enrolFace, pairDevice } from './support/door.ts';
import { foundInFiles, sealedTemplates } from './support/face-files.ts';
import { launchFigure } from './support/figure-browser.ts';
import { look } from './support/look.ts';
import { accounts, takeSeat } from './support/people.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { filmTurningFace } from './support/turning.ts';

/** A face is enrolled by its owner, at the desk and from portraits; and goes for good when its owner says so. */
test.describe.configure({ mode: 'serial' });

const desked = 'Lê Hữu Tường';

let server: RunningServer;
let folder: string;
/** Bella stands before this one, and turns her head. */
let bellas: Browser;
/** Before this one a drawn figure: no face. */
let desk: Browser;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-cameras-'));
  const film = join(folder, 'bella.mjpeg');
  await filmTurningFace(faces.bella, film);
  server = await startServer();
  bellas = await launchBrowser(film);
  desk = await launchFigure('office');
});

test.afterAll(async () => {
  for (const browser of [bellas, desk]) await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('[EN10] someone who sits wrongly is told what to better, and can leave by the keyboard', async () => {
  const { page, errors } = await takeSeat(desk, server.url, accounts.firstDelegate);
  await page.goto(`${server.url}/me`);
  await page.getByRole('button', { name: 'Đồng ý và bắt đầu đăng ký' }).press('Enter');
  await expect(page.getByText('Xin đánh dấu vào ô này')).toBeVisible();
  await look(page, 'me-face-consent');
  await page.getByRole('checkbox', { name: 'tự nguyện đồng ý' }).press('Space');
  await page.getByRole('button', { name: 'Đồng ý và bắt đầu đăng ký' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Đăng ký khuôn mặt' });
  await expect(dialog.getByRole('status').getByText('Chưa thấy khuôn mặt')).toBeVisible();
  await look(page, 'me-face-capture');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('[EN11] a delegate is guided through the poses and sees what is held and who used it', async () => {
  const { page, errors } = await takeSeat(bellas, server.url, accounts.enrolledDelegate);
  await enrolFace(page, server.url);
  await expect(page.getByText('4 mẫu số hóa đã mã hóa')).toBeVisible();
  await expect(page.getByRole('row', { name: /Đăng ký khuôn mặt, 4 mẫu/ })).toBeVisible();
  await look(page, 'me-face');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải dữ liệu khuôn mặt của tôi' }).click();
  expect((await saved).suggestedFilename()).toBe('du-lieu-khuon-mat.json');
  await expect(page.getByRole('row', { name: /Tải dữ liệu về/ })).toBeVisible();
  expect(errors).toEqual([]);
});

test('[EN12] the same face is refused to anyone else, without saying whose it is', async () => {
  const { page } = await takeSeat(bellas, server.url, accounts.secondDelegate);
  await page.goto(`${server.url}/me`);
  await page.getByText('Tôi đã đọc và tự nguyện đồng ý').click();
  await page.getByRole('button', { name: 'Đồng ý và bắt đầu đăng ký' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đăng ký khuôn mặt' });
  await expect(dialog.getByRole('alert')).toContainText('thư ký', { timeout: 240_000 });
  await expect(dialog).not.toContainText('Trâm');
});

test('[EN13] consent withdrawn: the template is gone from every file, and the receipt can be checked', async () => {
  const { page, errors } = await takeSeat(bellas, server.url, accounts.enrolledDelegate);
  await page.goto(`${server.url}/me`);
  const sealed = sealedTemplates(server.dataDir);
  expect(sealed).toHaveLength(4);
  expect(foundInFiles(server.dataDir, sealed)).toBe(4);
  await page.getByRole('button', { name: 'Rút lại đồng ý và xóa dữ liệu khuôn mặt' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Xóa dữ liệu' }).click();
  await expect(page.getByText('Số mẫu đã xóa vĩnh viễn: 4').first()).toBeVisible();
  expect(foundInFiles(server.dataDir, sealed)).toBe(0);
  expect(sealedTemplates(server.dataDir)).toEqual([]);
  await look(page, 'me-face-receipt');
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).innerText();
  const stranger = await (await desk.newContext({ locale: 'vi-VN' })).newPage();
  await stranger.goto(`${server.url}/face-receipt`);
  await checkReceipt(stranger, code.toLowerCase().replaceAll('-', ' '));
  await expect(stranger.getByText('Biên nhận có thật')).toBeVisible();
  await look(stranger, 'face-receipt');
  await checkReceipt(stranger, '0000-0000-0000-0000-0000');
  await expect(stranger.getByText('Không có biên nhận nào')).toBeVisible();
  expect(errors).toEqual([]);
});

const checkReceipt = async (page: Page, code: string) => {
  await page.getByLabel('Mã biên nhận').fill(code);
  await page.getByRole('button', { name: 'Kiểm tra biên nhận' }).click();
};

test('[EN14] the secretary enrols someone at the desk, once the signed form is on record', async () => {
  const { page, errors } = await takeSeat(bellas, server.url, accounts.secretary);
  await page.goto(`${server.url}/admin/faces`);
  await page.getByRole('button', { name: desked }).click();
  const sheet = page.getByRole('dialog', { name: desked });
  await sheet.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();
  await expect(sheet.getByText('Xin ghi nơi giữ phiếu đã ký')).toBeVisible();
  await look(page, 'admin-face-desk');
  await sheet.getByLabel('Nơi giữ phiếu đã ký').fill('Hồ sơ 12/2026');
  await sheet.getByText('đang có mặt').click();
  await sheet.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();
  await expect(page.getByText(`Đã đăng ký khuôn mặt của ${desked}`).first()).toBeVisible({
    timeout: 240_000,
  });
  // Anew, without the word of success over the list.
  await page.reload();
  const row = page.getByRole('row', { name: new RegExp(desked) });
  await expect(row).toContainText('ký giấy tại bàn thư ký');
  await look(page, 'admin-faces');
  const own = await takeSeat(desk, server.url, accounts.secondDelegate);
  await own.page.goto(`${server.url}/me`);
  await expect(own.page.getByText('Hồ sơ 12/2026')).toBeVisible();
  expect([...errors, ...own.errors]).toEqual([]);
});

test('[EN15] a folder of portraits is imported with a report for each line, and again without effect', async () => {
  const { page, errors } = await takeSeat(desk, server.url, accounts.administrator);
  await page.goto(`${server.url}/admin/faces/import`);
  const anna = await takeFrame(faces.anna, 3);
  await page.getByLabel('Danh sách (tệp CSV)').setInputFiles({
    name: 'ds.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  });
  await page.getByLabel('Hoặc từng ảnh').setInputFiles([
    { name: 'anna.jpg', mimeType: 'image/jpeg', buffer: anna },
    { name: 'anna-2.jpg', mimeType: 'image/jpeg', buffer: anna },
    { name: 'bella.jpg', mimeType: 'image/jpeg', buffer: await takeFrame(faces.bella, 5) },
    { name: 'tuong.jpg', mimeType: 'image/jpeg', buffer: await emptyWall() },
  ]);
  await page.getByRole('button', { name: 'Chạy thử' }).click();
  await expect(page.getByText('Đã thử 6 dòng, chưa lưu gì')).toBeVisible();
  await expectOutcomes(page, { ...others, 'anna.jpg': 'được' });
  await page.getByText('Chạy thử: chỉ kiểm tra').click();
  await page.getByText('Tôi xác nhận các phiếu đã ký').click();
  await page.getByRole('button', { name: 'Bắt đầu nhập' }).click();
  await expect(page.getByText('Đã xong 6 dòng')).toBeVisible();
  await expectOutcomes(page, { ...others, 'anna.jpg': 'được' });
  await look(page, 'admin-face-import');
  await page.getByRole('button', { name: 'Bắt đầu nhập' }).click();
  await expect(page.getByText('Đã xong 6 dòng')).toBeVisible();
  await expectOutcomes(page, { ...others, 'anna.jpg': 'đã có từ trước' });
  expect(sealedTemplates(server.dataDir)).toHaveLength(5);
  expect(errors).toEqual([]);
});

const list = `tep,nguoi,chuc_vu,ban_ky,ngay
anna.jpg,${accounts.firstDelegate},,HS 1,01/11/2026
bella.jpg,${accounts.enrolledDelegate},,HS 2,01/11/2026
tuong.jpg,Lê Hữu Tường,Phó Chủ tịch,HS 3,01/11/2026
khong-co.jpg,${accounts.secondDelegate},,HS 3,01/11/2026
anna.jpg,khong.ai.ca,,HS 4,01/11/2026
anna-2.jpg,Lê Hữu Tường,,HS 3,01/11/2026
`;
const others = {
  'bella.jpg': 'đã rút lại',
  'tuong.jpg': 'không thấy khuôn mặt',
  'khong-co.jpg': 'không có tệp này',
  'khong.ai.ca': 'không có người này',
  'anna-2.jpg': 'xin ghi thêm chức vụ',
};

async function expectOutcomes(page: Page, wanted: Record<string, string>) {
  for (const [name, outcome] of Object.entries(wanted)) {
    const row = page.getByRole('row').filter({ hasText: name }).filter({ hasText: outcome });
    await expect(row, `${name}: ${outcome}`).toHaveCount(1);
  }
}

const emptyWall = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a7f70' } })
    .jpeg()
    .toBuffer();

test('[EN16] whoever withdrew is recognised at no door', async () => {
  const administrator = await takeSeat(desk, server.url, accounts.administrator);
  const secretary = await takeSeat(desk, server.url, accounts.secretary);
  await secretary.page.goto(`${server.url}/admin/faces`);
  await secretary.page.getByRole('button', { name: desked }).click();
  await secretary.page.getByRole('button', { name: 'Xóa dữ liệu khuôn mặt theo đề nghị' }).click();
  await secretary.page.getByRole('alertdialog').getByRole('button', { name: 'Xóa' }).click();
  await expect(secretary.page.getByText('Biên nhận xóa dữ liệu khuôn mặt').first()).toBeVisible();
  const kiosk = await pairDevice(bellas, administrator.page, {
    kind: 'kiosk',
    url: server.url,
    name: 'Cửa chính',
  });
  await expect(kiosk.getByText('Chưa nhận ra đồng chí', { exact: false })).toBeVisible();
});
