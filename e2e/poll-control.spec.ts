import { type Browser, type Page, expect, test } from '@playwright/test';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { closePoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** What those who prepare and run votes do: write, order, open, help, close, announce. */
test.describe.configure({ mode: 'serial' });

let server: RunningServer;
let desk: Browser;
let secretary: Seat;
let second: Seat;
/** In the room, so that enough are present. */
let delegate: Seat;

test.beforeAll(async () => {
  server = await startServer();
  desk = await launchBrowser();
  secretary = await seatSecretary(desk, server.url);
  second = await takeSeat(desk, server.url, accounts.administrator);
  delegate = await takeSeat(desk, server.url, accounts.firstDelegate);
  await joinRoom(delegate.page, secretary.page.url(), { muted: true });
  await secretary.page.getByRole('tab', { name: 'Biểu quyết' }).click();
});

test.afterAll(async () => {
  await desk?.close();
  await server?.stop();
});

const write = async (page: Page, question: string) => {
  await page.getByRole('button', { name: /^Soạn (biểu quyết|tiếp)$/ }).click();
  await page.getByLabel('Câu hỏi').fill(question);
};
const save = (page: Page) => page.getByRole('button', { name: 'Lưu biểu quyết' }).click();
const rows = (page: Page) => page.getByRole('grid', { name: 'Đã chuẩn bị' }).getByRole('row');

test('[E120] a secret election: names pasted, a tie rule that fits, nothing lost over a reload', async () => {
  const { page } = secretary;
  await write(page, 'Bầu bổ sung hai Ủy viên Ủy ban nhân dân?');
  await page.getByRole('radio', { name: /^Bầu cử/ }).check({ force: true });
  await page.getByRole('button', { name: 'Dán danh sách' }).click();
  await page
    .getByLabel('Danh sách, mỗi dòng một tên')
    .fill('1. Nguyễn Văn An\tTrưởng phòng\n2. Trần Thị Bình\n3. Lê Cường');
  await page.getByRole('button', { name: 'Thêm 3 tên' }).click();
  await page.getByRole('textbox', { name: 'Số người được bầu' }).fill('2');
  await page.getByRole('radio', { name: 'Bỏ phiếu kín', exact: true }).check({ force: true });
  await expect(page.getByText('Bỏ phiếu kín không theo bên của chủ tọa được')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Soạn tiếp' }).click();
  await expect(page.getByText('Đã lấy lại bản đang soạn dở')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Dòng 3:/ })).toHaveValue('Lê Cường');
  await look(page, 'poll-editor-election');
  await page.getByRole('button', { name: 'Bằng nhau thì biểu quyết lần hai' }).click();
  await expect(page.getByLabel('Lý do có quy định riêng')).toHaveValue(/Bỏ phiếu kín/);
  await save(page);
  await expect(rows(page).filter({ hasText: 'Bầu bổ sung' })).toContainText('Bỏ phiếu kín');
});

test('[E121] lines move by the keyboard and keep the focus', async () => {
  const { page } = secretary;
  await write(page, 'Chọn tên cho tuyến phố mới?');
  await page.getByRole('radio', { name: /^Chọn phương án/ }).check({ force: true });
  await page.getByRole('textbox', { name: /^Dòng 1:/ }).fill('Phố Hoa');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Phố Chợ');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('textbox', { name: /^Dòng 1:/ })).toHaveValue('Phố Chợ');
  await expect(page.getByRole('textbox', { name: /^Dòng 1:/ })).toBeFocused();
  await save(page);
  await expect(rows(page).last()).toContainText('Chọn tên');
});

test('[E122] polls are put in order, copied and deleted', async () => {
  const { page } = secretary;
  const count = await rows(page).count();
  const street = rows(page).filter({ hasText: 'Chọn tên' });
  await street.getByRole('button', { name: /lên trước$/ }).click();
  await expect(rows(page).nth(count - 2)).toContainText('Chọn tên');
  await expect(rows(page).last()).toContainText('Bầu bổ sung');
  await street.getByRole('button', { name: /^Việc khác với/ }).click();
  await page.getByRole('menuitem', { name: 'Sao chép' }).click();
  await expect(street).toHaveCount(2);
  await look(page, 'polls-prepared');
  await street
    .last()
    .getByRole('button', { name: /^Việc khác với/ })
    .click();
  await page.getByRole('menuitem', { name: 'Xóa' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Xóa biểu quyết' }).click();
  await expect(street).toHaveCount(1);
});

test('[E123] a ballot that the secretary enters counts when a second person confirms it', async () => {
  const { page } = secretary;
  await second.page.goto(`${page.url().split('?')[0]}?tab=votes`);
  await write(page, 'Thông qua kế hoạch phát triển năm tới?');
  await save(page);
  const row = rows(page).filter({ hasText: 'năm tới' });
  await row.getByRole('button', { name: 'Mở biểu quyết' }).click();
  await page.getByRole('button', { name: /Giờ kết thúc/ }).click();
  await page.getByRole('option', { name: '5 phút' }).click();
  await look(page, 'poll-opening');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
  await expect(page.getByRole('timer', { name: 'Thời gian biểu quyết' })).toBeVisible();

  const enter = page.getByRole('button', { name: /^Nhập phiếu giúp/ }).first();
  const name = ((await enter.getAttribute('aria-label')) ?? '').replace('Nhập phiếu giúp ', '');
  await enter.click();
  await page.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
  await look(page, 'poll-entry');
  await page.getByRole('button', { name: 'Gửi để xác nhận' }).click();
  await expect(page.getByText('Chờ người thứ hai xác nhận.', { exact: false })).toBeVisible();
  await look(page, 'poll-running');
  await expect(page.getByText(/^0\/\d+$/).first()).toBeVisible();
  await second.page.getByRole('button', { name: new RegExp(`^Đúng, ghi nhận.*${name}`) }).click();
  await expect(page.getByText(/^1\/\d+$/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Đổi giờ kết thúc' }).click();
  await page.getByRole('menuitem', { name: 'Không hẹn giờ nữa' }).click();
  await expect(page.getByRole('timer', { name: 'Thời gian biểu quyết' })).toHaveCount(0);
  await closePoll(page);
  await expect(page.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible();
});

test('[E124] a result that waits for the chair’s word shows to everyone when it is announced', async () => {
  const { page } = secretary;
  await write(page, 'Thông qua nghị quyết?');
  await page.getByRole('radio', { name: /^Khi chủ tọa công bố/ }).check({ force: true });
  await save(page);
  const row = rows(page).filter({ hasText: 'Thông qua nghị quyết' });
  await row.getByRole('button', { name: 'Mở biểu quyết' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
  await closePoll(page);
  await expect(page.getByText('Chờ công bố kết quả').first()).toBeVisible();
  // Below all that is still prepared.
  await expect(page.getByRole('heading', { name: 'Đã biểu quyết' })).toBeInViewport();
  await page.getByRole('button', { name: 'Công bố kết quả' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Công bố kết quả' }).click();
  await expect(page.getByText('Chờ công bố kết quả')).toHaveCount(0);
});

test('[E125] a show of hands is asked by two presses', async () => {
  const { page } = secretary;
  await page.getByRole('button', { name: 'Giơ tay nhanh' }).click();
  await look(page, 'poll-quick');
  await page.getByRole('button', { name: 'Hỏi ngay' }).click();
  await expect(page.getByText('Thăm dò, không ràng buộc').first()).toBeVisible();
  await closePoll(page);
  for (const one of [secretary, second, delegate]) expect(one.errors).toEqual([]);
});

test('[E127] what two prepare at the same time: whose is saved, and that only what was read is opened', async () => {
  const [mine, theirs] = [secretary.page, second.page];
  const question = 'Thông qua chương trình giám sát năm tới?';
  await theirs.goto(`${mine.url().split('?')[0]}?tab=votes`);
  const [first, reworded] = [`${question} (một)`, `${question} (hai)`];
  await write(mine, question);
  await save(mine);
  const edit = (page: Page) =>
    rows(page).filter({ hasText: question }).getByRole('button', { name: 'Sửa' }).click();
  const reword = async (page: Page, words: string) => {
    await edit(page);
    await page.getByLabel('Câu hỏi').fill(words);
  };
  await reword(mine, `${question} (của tôi)`);
  await reword(theirs, first);
  await theirs.getByRole('radio', { name: 'Bỏ phiếu kín', exact: true }).check({ force: true });
  await theirs.getByRole('button', { name: 'Bằng nhau là không được thông qua' }).click();
  await save(theirs);
  const meanwhile = mine.getByRole('alert').filter({ hasText: 'Người khác vừa sửa' });
  await expect(meanwhile).toContainText(first);
  await save(mine);
  await expect(meanwhile.locator('..')).toBeFocused();
  await look(mine, 'poll-meanwhile');
  await meanwhile.getByRole('button', { name: 'Lấy bản vừa lưu' }).click();
  await expect(mine.getByLabel('Câu hỏi')).toHaveValue(first);
  await mine.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();

  await rows(mine)
    .filter({ hasText: first })
    .getByRole('button', { name: 'Mở biểu quyết' })
    .click();
  const opening = mine.getByRole('alertdialog');
  await reword(theirs, reworded);
  await save(theirs);
  await expect(opening.getByText('Người khác vừa sửa biểu quyết này')).toBeVisible();
  await opening.getByRole('button', { name: 'Mở biểu quyết' }).click();
  await expect(opening.getByText('conflict', { exact: false })).toBeInViewport();
  await expect(opening.getByRole('button', { name: 'Xem bản vừa lưu' })).toBeInViewport();
  await expect(rows(theirs).filter({ hasText: reworded })).toHaveCount(1);
  await look(mine, 'poll-opening-older');
  await opening.getByRole('button', { name: 'Xem bản vừa lưu' }).click();
  await expect(opening.getByText('conflict', { exact: false })).toHaveCount(0);
  await expect(opening.getByText(reworded)).toBeVisible();
  await opening.getByRole('button', { name: 'Mở biểu quyết' }).click();
  await expect(mine.getByText('Đã mở biểu quyết', { exact: false })).toBeVisible();
  await closePoll(mine);
  for (const one of [secretary, second, delegate]) expect(one.errors).toEqual([]);
});

test('[E126] the rules of a body say what they mean', async () => {
  const { page } = second;
  await page.goto(`${server.url}/admin/bodies`);
  // By name: while the list is on its way, rows of no body stand in its place.
  await page
    .getByRole('row', { name: /Ủy ban nhân dân/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Điền theo mẫu/ }).scrollIntoViewIfNeeded();
  await look(page, 'body-rules');
  await page.getByRole('button', { name: /Điền theo mẫu/ }).click();
  await page.getByRole('option', { name: /bãi nhiệm/ }).click();
  await expect(page.getByText('21 thành viên', { exact: false }).first()).toBeVisible();
  await page.getByText('Như vậy có nghĩa là').scrollIntoViewIfNeeded();
  await look(page, 'body-rules-meaning');
});
