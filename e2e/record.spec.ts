import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { receiptUrl } from '../models/voting/receipt-link.ts';
import { fileOf, openPollActs, secretPollActs } from '../models/voting/testing/sample-ledgers.ts';
import { launchBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import { type RunningServer, startServer } from './support/server.ts';

const record = fileOf(openPollActs());
const receipt = record.entries[3]?.hash ?? '';

let server: RunningServer;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
test.beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/kiem-tra`);
});
test.afterEach(() => page.context().close());
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function choose(content: string) {
  const file = join(server.dataDir, 'record.json');
  await writeFile(file, content);
  await page.getByLabel('Tệp bản ghi').setInputFiles(file);
}

test('[L40] anyone checks the record of a vote in a browser, without signing in', async () => {
  await expect(page.getByRole('heading', { name: 'Kiểm tra bản ghi biểu quyết' })).toBeVisible();
  await choose(JSON.stringify(record));
  await expect(page.getByText('Bản ghi nguyên vẹn')).toBeVisible();
  await expect(page.getByText('Máy chủ của trang này không công bố khóa này.')).toBeVisible();
  await page.getByLabel('Mã biên nhận của tôi').fill(receipt);
  await expect(page.getByText('Có biên nhận của đồng chí ở mục 3')).toBeVisible();
  await look(page, 'record');
  await page.getByLabel('Mã biên nhận của tôi').fill('f'.repeat(64));
  await expect(page.getByText('Không có biên nhận này trong bản ghi')).toBeVisible();
});

test('[L41] a changed record says where', async () => {
  await choose(JSON.stringify(record).replace(String.raw`\"against\"`, String.raw`\"for\"`));
  await expect(page.getByText('Bản ghi có chỗ sai')).toBeVisible();
  await expect(page.getByText(/Mục 2: mã băm không khớp/)).toBeVisible();
  await look(page, 'record-broken');
  await choose('hello');
  await expect(page.getByText('Đây không phải tệp bản ghi')).toBeVisible();
});

test('[L42] a secret vote shows who voted, and what was voted, apart', async () => {
  await choose(JSON.stringify(fileOf(secretPollActs())));
  await expect(page.getByText('Bản ghi nguyên vẹn')).toBeVisible();
  await expect(page.getByText('Đại biểu 0 đã bỏ phiếu kín')).toBeVisible();
});

test('[L43] the link of a receipt asks the server, which gives records to those in the meeting', async () => {
  const { ledgerId: pollId } = record;
  const meetingId = pollId;
  await page.goto('about:blank');
  await page.goto(server.url + receiptUrl({ meetingId, pollId, entryHash: receipt }));
  await expect(page.getByText('Chưa mở được bản ghi từ máy chủ')).toBeVisible();
  await expect(page.getByLabel('Mã biên nhận của tôi')).toHaveValue(receipt);
});
