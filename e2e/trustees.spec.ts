import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { readKeyFile, unlockKey } from '../client/features/elections/trustee/locked-key.ts';
import { verifyArchive } from '../models/belenios/archive/verify.ts';
import { openssl } from '../server/platform/power.ts';
import type { TrusteeCandidate } from '../models/contracts/elections.ts';
import { askServer } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { pairWall } from './support/door.ts';
import { recordAt } from './support/elections.ts';
import { look } from './support/look.ts';
import { accounts, chairName, delegateNames, takeSeatAt } from './support/people.ts';
import { letFewDecide, markPresent, pollsOf } from './support/polls.ts';
import { closePoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** Those who keep the key of a secret poll, each in a browser of their own. */
test.describe.configure({ mode: 'serial' });

const question = 'Đồng ý miễn nhiệm Giám đốc Sở?';
const secretaryName = 'Tôn Nữ Hạ Vy';
const fourthName = 'Võ Kỳ Nhẫn';
const passphrase = 'sông lúa đèn ghế tre';

let server: RunningServer;
let browser: Browser;
let meetingUrl: string;
let folder: string;
let wall: Page;
const seats: Record<'secretary' | 'chair' | 'first' | 'second' | 'third' | 'fourth', Page> =
  Object.create(null);
const allErrors: string[][] = [];
/** All that the trustees' browsers have sent. */
const sent: string[] = [];
/** Where the browsers saved the key files. */
const files = new Map<Page, string>();

async function come(username: string): Promise<Page> {
  const { page, errors } = await takeSeatAt(browser, meetingUrl, username, (fresh) => {
    fresh.on('request', (request) => void sent.push(request.postData() ?? ''));
    fresh.on('websocket', (line) =>
      line.on('framesent', ({ payload }) => void sent.push(payload.toString())),
    );
  });
  allErrors.push(errors);
  return page;
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-keys-'));
  server = await startServer();
  browser = await launchBrowser();
  const desk = await seatSecretary(browser, server.url);
  allErrors.push(desk.errors);
  seats.secretary = desk.page;
  meetingUrl = desk.page.url();
  seats.chair = await come(accounts.chair);
  seats.first = await come(accounts.firstDelegate);
  seats.second = await come(accounts.secondDelegate);
  seats.third = await come(accounts.enrolledDelegate);
  seats.fourth = await come(accounts.fourthDelegate);
  await markPresent(desk.page, [chairName, ...Object.values(delegateNames), fourthName]);
  wall = await pairWall(browser, server.url);
  await desk.page.getByRole('tab', { name: 'Biểu quyết' }).click();
});

test.afterEach(() => expect(allErrors.flat()).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const cardOf = (page: Page) => page.getByRole('region', { name: /^Mảnh khóa của biểu quyết số/ });
const preparedRow = (text = question) =>
  seats.secretary
    .getByRole('grid', { name: 'Đã chuẩn bị' })
    .getByRole('row')
    .filter({ hasText: text });
const press = (page: Page, name: string) => cardOf(page).getByRole('button', { name }).click();

/** Chooses a passphrase, and keeps the file. */
async function makeShare(page: Page): Promise<void> {
  const card = cardOf(page);
  await card.getByLabel('Mật khẩu của mảnh khóa').fill(passphrase);
  await card.getByLabel('Nhập lại mật khẩu').fill(passphrase);
  await press(page, 'Tạo mảnh khóa');
  await saveFile(page);
}

async function saveFile(page: Page): Promise<void> {
  const next = cardOf(page).getByRole('button', { name: 'gửi phần công khai' });
  await expect(next).toBeDisabled();
  const saving = page.waitForEvent('download');
  await press(page, 'Lưu tệp khóa');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^khoa-\d-\w+\.json$/);
  // What a browser downloaded goes with it, unless it is put elsewhere.
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  files.set(page, path);
  await expect(next).toBeEnabled();
}

const sendPublicPart = (page: Page) => press(page, 'Tôi đã có tệp, gửi phần công khai');

async function unlock(page: Page, word = passphrase): Promise<void> {
  await cardOf(page).getByLabel('Mật khẩu của mảnh khóa').fill(word);
  await press(page, 'Mở mảnh khóa');
}

const tick = (page: Page, choice: string) =>
  page.getByRole('radio', { name: choice, exact: true }).check({ force: true });

async function vote(page: Page, choice: string): Promise<void> {
  await tick(page, choice);
  await send(page, 'Gửi phiếu');
}

async function send(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act }).click();
  await expect(page.getByText('Đã ghi nhận phiếu kín').first()).toBeVisible();
}

/** Opens a trial ballot to see that it holds what was chosen, and goes back to the real one. */
async function tryBrowser(page: Page, choice: string): Promise<void> {
  await tick(page, choice);
  await page.getByRole('button', { name: 'Thử máy của tôi' }).click();
  await page.getByRole('button', { name: 'Mở phiếu này ra xem' }).click();
  await expect(page.getByText('Máy đã mã hóa đúng điều đồng chí chọn')).toBeVisible();
  const trial = page.getByRole('region', { name: 'Thử máy bằng một phiếu' });
  await expect(trial.getByRole('definition')).toHaveText(choice);
  await page.getByRole('button', { name: 'Trở lại phiếu của tôi' }).click();
}

/** Opens it without those who are present and have made no code. */
async function openIt(text = question): Promise<void> {
  await preparedRow(text).getByRole('button', { name: 'Mở biểu quyết' }).click();
  const dialog = seats.secretary.getByRole('alertdialog');
  const without = dialog.getByRole('checkbox', { name: 'Mở không có những người này' });
  await without.check({ force: true });
  if (text === question) await look(seats.secretary, 'verifiable-opening');
  await dialog.getByRole('button', { name: 'Mở biểu quyết' }).click();
  await expect(dialog).toHaveCount(0);
}

test('[E150] whoever prepares the poll chooses trustees and how many must open it, where sums will do', async () => {
  const page = seats.secretary;
  await page.getByRole('button', { name: 'Soạn biểu quyết' }).first().click();
  await page.getByLabel('Câu hỏi').fill(question);
  await page.getByRole('radio', { name: /^Xếp thứ tự/ }).check({ force: true });
  await page.getByRole('radio', { name: 'Bỏ phiếu kín kiểm chứng được' }).check({ force: true });
  await expect(page.getByText('xếp thứ tự', { exact: false }).first()).toBeVisible();
  // By the keyboard: the head of the dialog may lie over what is scrolled back to.
  await page.getByRole('radio', { name: /^Tán thành hay không/ }).press('Space');
  const tags = page.getByRole('grid', { name: /^Những người giữ khóa/ }).getByRole('row');
  await expect(tags).toHaveText([chairName, secretaryName, delegateNames.first]);
  await tags.nth(1).getByRole('button').click();
  await page.getByRole('option', { name: delegateNames.second }).click();
  await expect(tags).toHaveText([chairName, delegateNames.first, delegateNames.second]);
  await page.getByRole('radio', { name: 'Chỉ cần một số người' }).check({ force: true });
  await expect(page.getByText('Chỉ cần 2 trong 3 người')).toBeVisible();
  await page.getByRole('button', { name: 'Bằng nhau là không được thông qua' }).click();
  await look(page, 'verifiable-editor');
  await page.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  // As if the rest of the hall were not needed.
  await letFewDecide(seats.secretary, question);
  await expect(preparedRow()).toContainText('Cần 2 trong 3 người để mở kết quả.');
  await expect(preparedRow()).toContainText('chưa tạo mảnh khóa');
  await preparedRow().scrollIntoViewIfNeeded();
  await look(page, 'verifiable-keys');
});

test('[E150] each trustee makes a share that is locked and saved before anything is sent; the rest runs by itself', async () => {
  const { chair, first, second } = seats;
  await expect(cardOf(chair)).toBeVisible();
  await look(chair, 'trustee-make');
  await cardOf(chair).getByLabel('Mật khẩu của mảnh khóa').fill('ngắn');
  await press(chair, 'Tạo mảnh khóa');
  await expect(cardOf(chair).getByText('Cần ít nhất 10 ký tự.').first()).toBeVisible();
  await makeShare(chair);
  await look(chair, 'trustee-save');
  await sendPublicPart(chair);
  await expect(cardOf(chair)).toContainText('Đã xong phần của đồng chí');
  await expect(cardOf(chair)).toContainText(delegateNames.first);
  await makeShare(first);
  await sendPublicPart(first);
  await expect(cardOf(first)).toContainText('Đã xong phần của đồng chí');

  // Reloaded in the middle, the page no longer knows the passphrase.
  await chair.reload();
  await makeShare(second);
  await sendPublicPart(second);
  await expect(cardOf(chair).getByRole('button', { name: 'Mở mảnh khóa' })).toBeVisible();
  await look(chair, 'trustee-unlock');
  await unlock(chair, 'không phải mật khẩu');
  await expect(
    cardOf(chair).getByText('Mật khẩu không đúng với mảnh khóa này.').first(),
  ).toBeVisible();
  await unlock(chair);
  for (const page of [chair, first, second])
    await expect(cardOf(page)).toContainText('Khóa đã xong');
  await look(first, 'trustee-ready');
});

test('[E150] nothing that was sent holds a share', async () => {
  for (const [, path] of files) {
    const locked = readKeyFile(await readFile(path, 'utf8'));
    if (locked === null) throw new Error('no key file');
    const secret = unlockKey(locked, passphrase);
    if (secret === null) throw new Error('another passphrase');
    const all = sent.join('\n');
    expect(all).toContain('certificate');
    for (const part of [secret.seed, String(secret.key), passphrase, locked.sealed])
      expect(all.includes(part)).toBe(false);
  }
});

test('[E150] the secretary sees who has a code, opens the poll without the others, and five vote', async () => {
  const { secretary, chair, first, second, third, fourth } = seats;
  await expect(preparedRow()).toContainText('Đang tạo mã bỏ phiếu');
  for (const page of [chair, first, second, third, fourth])
    await expect(page.getByText('đã sẵn sàng để bỏ phiếu kín').first()).toBeVisible();
  await preparedRow().getByRole('progressbar').scrollIntoViewIfNeeded();
  await look(secretary, 'verifiable-registering');
  await openIt();
  await tryBrowser(third, 'Không tán thành');
  for (const page of [chair, first, third]) await vote(page, 'Tán thành');
  await vote(second, 'Không tán thành');
  await vote(fourth, 'Không tán thành');
  // The last ballot counts, and the receipt is of that one.
  await fourth.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  await tick(fourth, 'Không biểu quyết');
  await send(fourth, 'Gửi phiếu đã đổi');
  await expect(cardOf(first)).toContainText('Khóa của đồng chí có trong bản ghi');
  await closePoll(secretary);
});

test('[E150] two of three open the result, one of them with the file on another machine', async () => {
  const { secretary, chair, first, second, third } = seats;
  // The chair has gone home.
  await chair.context().close();
  for (const page of [third, wall])
    await expect(page.getByText('Đã kết thúc bỏ phiếu, đang mở kết quả').first()).toBeVisible();
  await look(third, 'counting-member');
  await look(wall, 'counting-wall');
  await look(secretary, 'counting-secretary');
  await expect(cardOf(first).getByText('Mở kết quả')).toBeInViewport();
  await look(first, 'trustee-decrypt');
  await press(first, 'Mở phần của tôi');
  await expect(cardOf(first)).toContainText('Máy này đã tự cộng 5 phiếu trong bản ghi.');
  await expect(secretary.getByText('1/2').first()).toBeVisible();

  const own = files.get(second) ?? '';
  const others = files.get(first) ?? '';
  await second.context().close();
  const elsewhere = await come(accounts.secondDelegate);
  const card = cardOf(elsewhere);
  const choose = (path: string) => card.locator('input[type=file]').setInputFiles(path);
  await choose('package.json');
  await unlock(elsewhere);
  await expect(card.getByText('Tệp này không phải tệp khóa').first()).toBeVisible();
  await choose(others);
  await unlock(elsewhere);
  await expect(card.getByText('Đây là tệp khóa của người giữ khóa thứ').first()).toBeVisible();
  await look(elsewhere, 'trustee-file');
  await choose(own);
  await unlock(elsewhere);
  await press(elsewhere, 'Mở phần của tôi');
  for (const page of [elsewhere, third, wall])
    await expect(page.getByText('Được thông qua', { exact: false }).first()).toBeVisible();
  const poll = await pollsOf(secretary).named(question);
  expect(poll.verdict).toMatchObject({ counts: { for: 3, against: 1, abstain: 1 } });
  expect(await verifyArchive(await recordAt(secretary, poll), openssl)).toMatchObject({ ok: true });
  seats.second = elsewhere;
});

test('[E150] where all are needed, a reload loses nothing, and beginning again asks for new shares', async () => {
  const { secretary, first, third } = seats;
  const again = 'Đồng ý bổ nhiệm Giám đốc Sở?';
  const before = await pollsOf(secretary).named(question);
  const [, firstId = ''] = before.trustees?.personIds ?? [];
  const { items } = await askServer<{ items: TrusteeCandidate[] }>(
    secretary,
    'GET',
    `${new URL(meetingUrl).pathname.replace('/meetings', '/api/meetings')}/trustee-candidates`,
  );
  const secretaryId = items.find(({ fullName }) => fullName === secretaryName)?.personId ?? '';
  const { ruleSet } = before;
  const { version: _version, ...rules } = ruleSet;
  await pollsOf(secretary).create({
    question: again,
    secrecy: 'secret',
    trustees: { personIds: [firstId, secretaryId], needed: null },
    ownRules: { ruleSet: rules, reason: 'Phiếu kín' },
  });
  const { second } = seats;
  await makeShare(first);
  await first.reload();
  // Made and not sent: the same share is still here.
  await saveFile(first);
  await sendPublicPart(first);
  await unlock(first);
  await expect(cardOf(first)).toContainText('Đã xong phần của đồng chí');

  await preparedRow(again).getByRole('button', { name: 'Làm lại khóa và mã' }).click();
  await look(secretary, 'verifiable-restart');
  await secretary.getByRole('alertdialog').getByRole('button', { name: 'Làm lại từ đầu' }).click();
  await expect(cardOf(first).getByLabel('Nhập lại mật khẩu')).toBeVisible();
  for (const page of [first, secretary]) {
    await makeShare(page);
    await sendPublicPart(page);
  }
  for (const page of [first, second, third])
    await expect(page.getByText('đã sẵn sàng để bỏ phiếu kín').first()).toBeVisible();
  await openIt(again);
  for (const page of [first, second, third]) await vote(page, 'Tán thành');
  await closePoll(secretary);
  await press(first, 'Mở phần của tôi');
  await expect(cardOf(first)).toContainText(secretaryName);
  await expect(secretary.getByText('Cần đủ mọi người giữ khóa.', { exact: false })).toBeVisible();
  await look(first, 'trustee-decrypted');
  await secretary.reload();
  await unlock(secretary);
  await press(secretary, 'Mở phần của tôi');
  await expect(third.getByText('Được thông qua', { exact: false }).first()).toBeVisible();
});
