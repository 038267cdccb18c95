import { readFile } from 'node:fs/promises';
import { type Browser, type Page, expect, test } from '@playwright/test';
import type { Body, Meeting } from '../models/contracts/meetings.ts';
import { askServer } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { movedClock } from './support/clock.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, chairName, delegateNames, takeSeat } from './support/people.ts';
import { type RunningServer, startServer } from './support/server.ts';

const title = 'Điều chỉnh giá đất tái định cư khu A';
const question = 'Thông qua Tờ trình về điều chỉnh giá đất tái định cư';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n');
const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf });

const clock = movedClock();
let server: RunningServer;
let browser: Browser;
const seats: Seat[] = [];
const seat = async (username: string) => {
  const taken = await takeSeat(browser, server.url, username);
  seats.push(taken);
  return taken.page;
};

test.beforeAll(async () => {
  server = await startServer(clock.settings);
  browser = await launchBrowser();
});
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  clock.remove();
});

/** Of the demo data. */
const demoTitle = 'Sửa chữa kè và đường ven sông trước mùa mưa bão';
const answerLink = (page: Page, slip: string) =>
  page.getByRole('listitem').filter({ hasText: slip }).getByRole('link', { name: 'Trả lời' });

test('[OP2] the demo data holds a slip under way, to answer and to follow', async () => {
  const { page: desk, errors } = await takeSeat(browser, server.url, accounts.secretary);
  await desk.goto(`${server.url}/admin/slips`);
  await expect(desk.getByRole('row').filter({ hasText: demoTitle })).toContainText('10/21');
  await look(desk, 'slips');
  await desk.getByRole('button', { name: demoTitle }).click();
  await expect(desk.getByText('10/21 đã trả lời').first()).toBeVisible();
  const { page, errors: others } = await takeSeat(browser, server.url, accounts.fourthDelegate);
  await expect(page.getByRole('heading', { name: 'Cần trả lời' })).toBeVisible();
  // On a telephone too, what has days of time does not push the meeting of now out of sight.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('link', { name: 'Vào họp' })).toBeInViewport();
  await answerLink(page, demoTitle).click();
  await look(page, 'slip-demo');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tờ trình sửa chữa kè và đường ven sông.pdf' }).click();
  const paper = await readFile(await (await download).path());
  expect(paper.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await page.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'Vốn đầu tư công bổ sung' }).check({ force: true });
  await page.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(page.getByText('Đã ghi nhận', { exact: false }).first()).toBeVisible();
  await expect(desk.getByText('11/21 đã trả lời').first()).toBeVisible();
  expect([...errors, ...others]).toEqual([]);
  await desk.context().close();
  await page.context().close();
});

test('[OP3] pages without slips say who makes them come', async () => {
  const { page, errors } = await takeSeat(browser, server.url, accounts.secretary);
  // No member of any body: nobody asks the secretary.
  await page.goto(`${server.url}/slips`);
  await expect(page.getByText('Chưa có phiếu nào')).toBeVisible();
  // As at an office that has sent none; the demo data has one.
  await page.route('**/api/slips', (route) => route.fulfill({ json: { items: [] } }));
  await page.goto(`${server.url}/admin/slips`);
  await expect(page.getByText('Chưa có phiếu lấy ý kiến nào')).toBeVisible();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('[OP1] a slip from the draft to the agenda of the next session', async () => {
  const secretary = await seat(accounts.secretary);
  await test.step('is prepared, with a paper that is not secret', () => prepare(secretary));
  await test.step('is sent', () => send(secretary));
  await test.step('is given more time, and its record keeps why', () => extend(secretary));
  const first = await seat(accounts.firstDelegate);
  const second = await seat(accounts.secondDelegate);
  await test.step('is answered, and an answer is changed', () => answer(first, second));
  await test.step('is answered on paper, which a second person confirms', async () => {
    await enterPaper(secretary);
    await confirmPaper(await seat(accounts.administrator));
  });
  await test.step('comes to its end at its deadline', async () => {
    await expect(secretary.getByText('3/4 đã trả lời').first()).toBeVisible();
    await look(secretary, 'slip-progress');
    clock.moveTo(61);
    await expect(secretary.getByText('Đã kết thúc, báo cáo đã lập')).toBeVisible();
  });
  await test.step('has a report in the order of offices', () => readReport(secretary));
  await test.step('leaves a record that anyone can read', () => readRecord(first));
  await test.step('is on the agenda of the next session', () => planSession(secretary));
  expect(seats.flatMap(({ errors }) => errors)).toEqual([]);
});

/** So many hours from now, as someone types it. */
async function typeDeadline(page: Page, hours = 48) {
  const at = new Date(Date.now() + hours * 3_600_000);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const field = page.locator('[data-field="deadline"]');
  const segments = field.getByRole('spinbutton');
  for (const [index, type] of ['day', 'month', 'year', 'hour', 'minute'].entries()) {
    await segments.nth(index).click();
    await page.keyboard.type(part(type));
  }
}

async function prepare(page: Page) {
  await page.goto(`${server.url}/admin/slips`);
  await page.getByRole('link', { name: 'Soạn phiếu' }).click();
  // Only the editor has this field; a head of the list before it is called as the next.
  await page.getByLabel('Việc cần lấy ý kiến').fill(title);
  await page.getByRole('button', { name: 'Tập thể' }).click();
  await page.getByRole('option').first().click();
  await page.getByLabel('Căn cứ lấy ý kiến bằng phiếu').fill('Chủ tịch quyết định: việc gấp');
  await page.getByRole('radio', { name: 'Một số thành viên' }).check({ force: true });
  for (const name of [chairName, ...Object.values(delegateNames)])
    await page.getByRole('option', { name }).click();
  await typeDeadline(page);
  await page.getByLabel('Câu hỏi').fill(question);
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('Tờ trình TỐI MẬT.pdf'));
  await expect(
    page.getByText('Không đưa văn bản mật vào hệ thống', { exact: false }),
  ).toBeVisible();
  await input.setInputFiles(file('Tờ trình số 12.pdf'));
  await expect(page.getByRole('link', { name: 'Tờ trình số 12.pdf' })).toBeVisible();
  await look(page, 'slip-editor');
}

async function send(page: Page) {
  const ask = async () => {
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Gửi phiếu' }).click();
  };
  await ask();
  // Nobody has said yet that it is not secret.
  await expect(page.getByRole('alertdialog').getByText('slip_secret')).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hủy' }).click();
  await page.getByText('Tôi xác nhận đây không phải văn bản mật').click();
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click();
  await expect(page.getByRole('button', { name: 'Xem như người nhận' })).toBeEnabled();
  await page.getByRole('button', { name: 'Xem như người nhận' }).click();
  await look(page, 'slip-preview');
  await page.getByRole('button', { name: 'Về bản soạn' }).click();
  await ask();
  await expect(page.getByText('0/4 đã trả lời').first()).toBeVisible();
}

async function extend(page: Page) {
  await page.getByRole('button', { name: 'Gia hạn' }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Gia hạn' });
  await save.click();
  await expect(dialog.getByText('Xin nhập hạn mới, sau hạn đang có.').first()).toBeVisible();
  await typeDeadline(page, 60);
  await dialog.getByLabel('Lý do').fill('Chờ số liệu của Sở Tài chính');
  await look(page, 'slip-extend');
  await save.click();
  await expect(page.getByText('Hạn trả lời đã được gia hạn: Chờ số liệu')).toBeVisible();
}

async function answer(first: Page, second: Page) {
  await first.goto(server.url);
  await expect(first.getByRole('heading', { name: 'Cần trả lời' })).toBeVisible();
  await look(first, 'home-to-answer');
  await answerLink(first, title).click();
  await expect(first.getByRole('heading', { name: question })).toBeVisible();
  const download = first.waitForEvent('download');
  await first.getByRole('link', { name: 'Tờ trình số 12.pdf' }).click();
  expect(await readFile(await (await download).path())).toEqual(pdf);
  await look(first, 'slip');
  await first.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(first.getByText('Xin chọn ý kiến cho nội dung này.').first()).toBeVisible();
  await first.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
  await first.getByLabel('Ý kiến bằng lời').fill('Đồng ý, song cần rà soát đơn giá.');
  // What is written is not lost with the page.
  await first.reload();
  await expect(first.getByLabel('Ý kiến bằng lời')).toHaveValue(/rà soát/);
  await first.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(first.getByText('Đã ghi nhận', { exact: false }).first()).toBeVisible();
  await first.getByText('Xem biên nhận').click();
  await expect(first.getByRole('img', { name: /^Mã QR/ })).toBeVisible();
  await look(first, 'slip-answered');
  await first.getByRole('button', { name: 'Sửa trả lời' }).click();
  await first.getByRole('radio', { name: 'Không tán thành' }).check({ force: true });
  await first.getByRole('button', { name: 'Gửi trả lời mới' }).click();
  await expect(first.getByRole('button', { name: 'Sửa trả lời' })).toBeVisible();
  await expect(first.getByText('Không tán thành')).toBeVisible();

  await second.goto(`${server.url}/slips`);
  await answerLink(second, title).click();
  await second.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
  await second.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(second.getByText('Đã ghi nhận', { exact: false }).first()).toBeVisible();
}

async function enterPaper(page: Page) {
  await page.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Thành viên' }).click();
  await page.getByRole('option', { name: delegateNames.third }).click();
  await sheet.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
  await sheet.locator('input[type=file]').setInputFiles(file('phieu-giay.pdf'));
  await expect(sheet.getByRole('button', { name: 'Nhập phiếu' })).toBeEnabled();
  await look(page, 'slip-paper');
  await sheet.getByRole('button', { name: 'Nhập phiếu' }).click();
  await expect(page.getByRole('heading', { name: 'Phiếu giấy chờ xác nhận' })).toBeVisible();
  await expect(page.getByText('Cần một người khác', { exact: false })).toBeVisible();
}

async function confirmPaper(page: Page) {
  await page.goto(`${server.url}/admin/slips`);
  await page.getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { name: 'Phiếu giấy chờ xác nhận' })).toBeVisible();
  await look(page, 'slip-confirm');
  await page.getByRole('button', { name: 'Xác nhận đúng với phiếu giấy' }).click();
  await expect(page.getByText('3/4 đã trả lời').first()).toBeVisible();
}

async function readReport(page: Page) {
  await page.getByRole('link', { name: 'Xem kết quả' }).click();
  for (const name of [
    'Thông tin chung',
    'Ý kiến của từng thành viên',
    'Đã thống nhất',
    'Chưa thống nhất, ý kiến khác',
  ])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  // Four of twenty-one were asked: fewer than a session needs.
  await expect(
    page.getByText('Số thành viên được lấy ý kiến chưa đủ theo quy định.'),
  ).toBeVisible();
  await look(page, 'slip-report');
  for (const [button, begin] of [
    ['Tải báo cáo PDF', '%PDF'],
    ['Tải bảng Excel', 'PK'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(0, begin.length).toString('latin1')).toBe(begin);
  }
}

/** From the receipt, as its QR code leads there. */
async function readRecord(page: Page) {
  const link = page.locator('a[href^="/kiem-tra#slip"]');
  await page.goto(new URL((await link.getAttribute('href')) ?? '', server.url).href);
  await expect(page.getByText('Bản ghi nguyên vẹn')).toBeVisible();
  await expect(page.getByText('Có biên nhận của đồng chí', { exact: false })).toBeVisible();
  await expect(page.getByText('Gia hạn đến', { exact: false })).toBeVisible();
  await expect(page.getByText(/trả lời trên giấy/)).toBeVisible();
  await look(page, 'slip-record');
}

async function planSession(page: Page) {
  const { items } = await askServer<{ items: Body[] }>(page, 'GET', '/api/bodies');
  const start = Date.now() + 10 * 86_400_000;
  const { id: meetingId } = await askServer<Meeting>(page, 'POST', '/api/meetings', {
    bodyId: items[0]?.id,
    title: 'Phiên họp kế tiếp',
    kind: 'regular',
    roomId: null,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 7_200_000).toISOString(),
    agenda: [],
    participants: items[0]?.members.map(({ personId, role }) => ({
      personId,
      role: role === 'chair' ? 'chair' : 'member',
      seat: '',
    })),
  });
  await page.goto(`${server.url}/meetings/${meetingId}`);
  await expect(
    page.getByText('Thông báo kết quả lấy ý kiến bằng phiếu số 2/', { exact: false }).first(),
  ).toBeVisible();
}
