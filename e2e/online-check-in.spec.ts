import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { faces, filmFace, takeFrame } from './support/camera.ts';
import { joinRoom } from './support/delegate.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** A delegate at home checks in by her own camera, and is asked again; another system enrolled her. */
test.describe.configure({ mode: 'serial' });

/** The delegate, in pictures that look alive to the test for prints and screens. */
const delegate = { photo: 'sample3.jpg', x: 680, y: 520, width: 240 };

let server: RunningServer;
let folder: string;
let hers: Browser;
let strangers: Browser;
let desk: Browser;
let secretary: Seat;
let meetingUrl: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-online-'));
  const files = { hers: join(folder, 'hers.mjpeg'), stranger: join(folder, 'stranger.mjpeg') };
  await filmFace(delegate, 100, files.hers);
  await filmFace(faces.bella, 0, files.stranger);
  server = await startServer();
  hers = await launchBrowser(files.hers);
  strangers = await launchBrowser(files.stranger);
  desk = await launchBrowser();
  secretary = await seatSecretary(desk, server.url);
  meetingUrl = secretary.page.url();
});

test.afterAll(async () => {
  for (const browser of [hers, strangers, desk]) await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('[E40] an administrator lets another system in, and it enrols a delegate who consented', async () => {
  const { page, errors } = await takeSeat(desk, server.url, accounts.administrator);
  await page.goto(`${server.url}/admin/devices`);
  await page.getByRole('button', { name: 'Kết nối hệ thống khác' }).click();
  await page.getByLabel('Tên hệ thống').fill('Cổng kiểm soát ra vào');
  await page.getByRole('button', { name: 'Cấp mã truy cập' }).click();
  await expect(page.getByText('Xin chọn ít nhất một việc.').first()).toBeVisible();
  await page.getByText('Đăng ký khuôn mặt', { exact: true }).click();
  await page.getByText('Đọc bảng điểm danh', { exact: true }).click();
  await look(page, 'systems-form');
  await page.getByRole('button', { name: 'Cấp mã truy cập' }).click();
  const token = await page.getByText(/^ntsys_/).innerText();
  await look(page, 'systems-token');
  await page.getByRole('button', { name: 'Đã cất mã' }).click();
  await expect(page.getByText(/^ntsys_/)).toHaveCount(0);
  await enrolBySystem(token);
  await page.reload();
  await page.getByRole('row', { name: /Cổng kiểm soát ra vào/ }).click();
  await expect(page.getByText('Dùng gần nhất', { exact: false })).toBeVisible();
  await look(page, 'systems-sheet');
  expect(errors).toEqual([]);
  await page.context().close();
});

/** As other software does: no cookie, a token, pictures as multipart. */
async function enrolBySystem(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (path: string, sent: RequestInit = {}) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, { ...sent, headers });
    expect(answer.status, path).toBe(200);
    return answer.json();
  };
  const { version } = await ask('/consent-text');
  const { personId } = await ask(`/people?username=${accounts.enrolledDelegate}`);
  const body = new FormData();
  for (const moment of [0, 13, 26])
    body.append(
      'picture',
      new Blob([new Uint8Array(await takeFrame(delegate, moment))]),
      'picture.jpg',
    );
  const query = new URLSearchParams({ consentVersion: version, consentProof: 'CV-509/2026' });
  await ask(`/people/${personId}/face?${query}`, { method: 'PUT', body });
}

const face = { name: 'Điểm danh bằng khuôn mặt' };
const enrolledRow = () => secretary.page.getByRole('row', { name: /Phạm Ngọc Quỳnh Trâm/ });

async function openPreJoin(browser: Browser): Promise<Seat> {
  const seat = await takeSeat(browser, server.url, accounts.enrolledDelegate);
  await seat.page.goto(`${meetingUrl}/room`);
  await expect(seat.page.getByRole('button', face)).toBeVisible();
  return seat;
}

test("[E41] a stranger's face at that login is refused, says why, and joining works at once", async () => {
  await secretary.page.getByRole('tab', { name: 'Điểm danh' }).click();
  const { page, errors } = await openPreJoin(strangers);
  await expect(page.getByRole('button', { name: 'Vào họp' })).toBeEnabled();
  await look(page, 'online-face-offer');
  await page.getByRole('button', face).click();
  await expect(page.getByText('Khuôn mặt không khớp với mẫu của đồng chí')).toBeVisible();
  await look(page, 'online-face-refused');
  await page.getByRole('button', { name: 'Không dùng khuôn mặt' }).click();
  await expect(enrolledRow()).toContainText('Chưa điểm danh');
  await page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(page.getByRole('button', { name: 'Rời phòng họp' })).toBeVisible();
  await expect(enrolledRow()).toContainText('Có mặt trực tuyến');
  await expect(enrolledRow()).toContainText('Khuôn mặt không khớp lúc');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[E42] her own face checks her in before she joins; later she is asked again, and may pass', async () => {
  await correctToNotYet();
  const { page, errors } = await openPreJoin(hers);
  await page.getByRole('button', face).click();
  await expect(page.getByText('Đã xác nhận khuôn mặt lúc', { exact: false }).first()).toBeVisible();
  await look(page, 'online-face-confirmed');
  await expect(enrolledRow()).toContainText('Có mặt trực tuyến');
  await expect(enrolledRow()).toContainText('Khuôn mặt');
  await expect(enrolledRow()).toContainText('Đã xác nhận khuôn mặt lúc');

  await set({ recheckEvery: 1 });
  await page.reload();
  await expect(page.getByText('cứ 1 phút hỏi', { exact: false })).toBeVisible();
  await joinRoom(page, meetingUrl);
  await expect(page.getByText('Sắp hỏi xác nhận có mặt')).toBeVisible();
  await look(page, 'online-recheck-announced');
  await expect(page.getByText('Đồng chí có đang dự họp không?')).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Xác nhận bằng khuôn mặt' }).click();
  const asked = page.getByText('Đồng chí có đang dự họp không?');
  await expect(asked).toBeHidden();
  await expect(enrolledRow()).toContainText('Đã xác nhận khuôn mặt lúc');
  await page.getByRole('button', { name: 'Bỏ qua' }).click();
  await expect(enrolledRow()).toContainText('Bỏ qua lúc');
  await expect(enrolledRow()).toContainText('Có mặt trực tuyến');
  await page.getByRole('button', { name: 'Tôi đang có mặt' }).click();
  await expect(enrolledRow()).toContainText('Đã xác nhận lại lúc');
  await look(secretary.page, 'online-recheck-roll');
  expect([...errors, ...secretary.errors]).toEqual([]);
  await page.context().close();
});

test('[E43] where the body wants a turn of the head, a still picture does not pass, and joining works', async () => {
  await set({ recheckEvery: 0, challenge: 'always' });
  await correctToNotYet();
  const { page, errors } = await openPreJoin(hers);
  await page.getByRole('button', face).click();
  await expect(page.getByText('Xin quay mặt sang', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  await look(page, 'online-face-not-turned');
  await page.getByRole('button', { name: 'Không dùng khuôn mặt' }).click();
  await page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(page.getByRole('button', { name: 'Rời phòng họp' })).toBeVisible();
  expect(errors).toEqual([]);
});

/** The secretary's hand, as on the roll. */
const correctToNotYet = () =>
  change(secretary.page, async ({ meetingId, name }) => {
    const roll = await (await fetch(`/api/meetings/${meetingId}/roll`)).json();
    const { personId } = roll.entries.find(
      (entry: { fullName: string }) => entry.fullName === name,
    );
    return {
      path: `/api/meetings/${meetingId}/roll/${personId}`,
      body: { state: 'not_yet', reason: 'Thử lại từ đầu' },
    };
  });

const set = (settings: { recheckEvery?: number; challenge?: 'always' | 'doubtful' }) =>
  change(
    secretary.page,
    async ({ meetingId }) => {
      const { bodyId } = await (await fetch(`/api/meetings/${meetingId}`)).json();
      const path = `/api/bodies/${bodyId}/attendance-settings`;
      return { path, body: await (await fetch(path)).json() };
    },
    settings,
  );

interface Wanted {
  path: string;
  body: object;
}

/** Changes something from the secretary's own page, as its buttons would. */
async function change(
  page: Page,
  find: (at: { meetingId: string; name: string }) => Promise<Wanted>,
  more: object = {},
) {
  const meetingId = meetingUrl.split('/').at(-1) ?? '';
  const { path, body } = await page.evaluate(find, { meetingId, name: 'Phạm Ngọc Quỳnh Trâm' });
  const status = await page.evaluate(
    async (sent) => {
      const headers = { 'content-type': 'application/json' };
      const put = { method: 'PUT', headers, body: JSON.stringify(sent.body) };
      return (await fetch(sent.path, put)).status;
    },
    { path, body: { ...body, ...more } },
  );
  expect(status).toBe(200);
}
