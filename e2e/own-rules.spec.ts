import { type Browser, type Page, expect, test } from '@playwright/test';
import { changeBody } from './support/body.ts';
import { launchBrowser } from './support/browser.ts';
import { castBallot } from './support/delegate.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, delegateNames, takeSeatAt } from './support/people.ts';
import { markPresent, pollsOf } from './support/polls.ts';
import { closePoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** A body whose members' votes weigh differently, and a poll that has rules of its own. */
test.describe.configure({ mode: 'serial' });

const question = 'Thông qua phương án phân bổ ngân sách';

let server: RunningServer;
let browser: Browser;
let secretary: Page;
let delegate: Page;
const seats: Seat[] = [];

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const desk = await seatSecretary(browser, server.url);
  const first = await takeSeatAt(browser, desk.page.url(), accounts.firstDelegate);
  seats.push(desk, first);
  [secretary, delegate] = [desk.page, first.page];
  await markPresent(secretary, Object.values(delegateNames));
  await changeBody(secretary, {
    rules: { weighted: true },
    weights: { [delegateNames.first]: 4, [delegateNames.second]: 2 },
  });
  await secretary.getByRole('tab', { name: 'Biểu quyết' }).click();
});
test.afterEach(() => expect(seats.flatMap(({ errors }) => errors)).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const prepared = (about: string) =>
  secretary
    .getByRole('grid', { name: 'Đã chuẩn bị' })
    .getByRole('row')
    .filter({ hasText: about })
    .last();
const write = async (about: string) => {
  await secretary.getByRole('button', { name: 'Soạn biểu quyết', exact: true }).click();
  await secretary.getByLabel('Câu hỏi').fill(about);
};
const open = async (about: string) => {
  await prepared(about).getByRole('button', { name: 'Mở biểu quyết' }).click();
  await secretary.getByRole('alertdialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
};

test('[E133] a poll with rules of its own says what they mean and asks for the reason', async () => {
  await write(question);
  const dialog = secretary.getByRole('dialog');
  await dialog.getByText('Quy định riêng cho biểu quyết này').click();
  await dialog.getByRole('radio', { name: /^Được coi là tán thành/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  await expect(dialog.getByText('Xin ghi lý do có quy định riêng.').first()).toBeVisible();
  await dialog.getByLabel('Lý do có quy định riêng').fill('Theo Điều 9 quy chế làm việc');
  const meaning = dialog.getByText('Người không trả lời được coi là tán thành', { exact: false });
  await meaning.first().scrollIntoViewIfNeeded();
  await look(secretary, 'poll-own-rules');
  await dialog.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  await expect(prepared(question)).toBeVisible();
});

test('[E134] weights decide, and silence counts as the rules say, told apart from real ballots', async () => {
  await prepared(question).getByRole('button', { name: 'Mở biểu quyết' }).click();
  await expect(secretary.getByText('Phiếu tính theo trọng số', { exact: false })).toBeVisible();
  await look(secretary, 'poll-opening-weighted');
  await secretary.getByRole('alertdialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
  await castBallot(delegate, 'Không tán thành');
  await closePoll(secretary);
  const { verdict } = await pollsOf(secretary).named(question);
  // Sixteen are present: one voted and weighs four, one of the fifteen who kept silent weighs two.
  expect(verdict).toMatchObject({ counts: { for: 16, against: 4 }, deemed: 15 });
  await expect(
    secretary.getByText('15 người không gửi phiếu', { exact: false }).first(),
  ).toBeVisible();
  const weight = secretary.getByText('trọng số 4').first();
  await expect(weight).toBeVisible();
  await weight.scrollIntoViewIfNeeded();
  await look(secretary, 'poll-weighted-result');
});

test('[E135] a poll that was held is asked again, with the same rules and linked to the first', async () => {
  const { number } = await pollsOf(secretary).named(question);
  await secretary.getByRole('button', { name: 'Biểu quyết lại' }).first().click();
  await expect(prepared(question)).toContainText(`Biểu quyết lại số ${number}`);
  await prepared(question).getByRole('button', { name: 'Sửa' }).click();
  await expect(secretary.getByLabel('Lý do có quy định riêng')).toHaveValue(/Điều 9/);
  await secretary.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
});

test('[E136] options keep the order that the keyboard gave them, up to the ballot', async () => {
  const street = 'Chọn tên cho tuyến phố mới';
  await write(street);
  await secretary.getByRole('radio', { name: /^Chọn phương án/ }).check({ force: true });
  await secretary.getByRole('textbox', { name: /^Dòng 1:/ }).fill('Phố Hoa');
  await secretary.keyboard.press('Enter');
  await secretary.keyboard.type('Phố Chợ');
  await secretary.keyboard.press('Enter');
  await secretary.keyboard.type('Phố Sông');
  await secretary.keyboard.press('Alt+ArrowUp');
  await secretary.keyboard.press('Alt+ArrowUp');
  await secretary.keyboard.press('Alt+ArrowDown');
  await expect(secretary.getByRole('textbox', { name: /^Dòng 2:/ })).toBeFocused();
  await look(secretary, 'poll-options-order');
  await secretary.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  await open(street);
  const labels = delegate.getByRole('radio');
  await expect(labels).toHaveCount(3);
  for (const [at, name] of ['Phố Hoa', 'Phố Sông', 'Phố Chợ'].entries())
    await expect(labels.nth(at)).toHaveAccessibleName(new RegExp(name));
  await look(delegate, 'ballot-options-order');
});
