import { type Browser, type Page, expect, test } from '@playwright/test';
import type { z } from 'zod';
import { getSession } from '../models/contracts/identity.ts';
import { peoplesCommitteeRules } from '../models/contracts/rules.ts';
import type { MyPoll } from '../models/contracts/voting.ts';
import { askServer } from './support/api.ts';
import { launchBrowser, watchForErrors } from './support/browser.ts';
import { trusteesAt } from './support/elections.ts';
import { look } from './support/look.ts';
import { chairName, delegateNames, seatMembers } from './support/people.ts';
import { markPresent, pollsOf } from './support/polls.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** Someone who keeps a part of the key, with the meeting open in two tabs of one browser. */
test.describe.configure({ mode: 'serial' });

const errors: string[][] = [];
let server: RunningServer;
let browser: Browser;
let secretary: Page;
let tabs: [Page, Page];
let voters: Page[];
let poll: MyPoll;
let other: ReturnType<typeof trusteesAt>;
/** By which tab the share was made, and with which passphrase. */
let quicker: { tab: Page; passphrase: string };

const cardOf = (page: Page) => page.getByRole('region', { name: /^Mảnh khóa của biểu quyết số/ });
const button = (page: Page, name: string) => cardOf(page).getByRole('button', { name });
const both = <T>(act: (tab: Page, at: number) => Promise<T>) => Promise.all(tabs.map(act));
/** At once: what one tab does may take the button of the other away before it stands still. */
async function pressBoth(name: string): Promise<void> {
  const found = await both((tab) => button(tab, name).elementHandle());
  await Promise.all(found.map((one) => one?.dispatchEvent('click')));
}
const ofOther = 'Mảnh khóa này do thẻ khác của trình duyệt tạo';
const passphrases = ['sông lúa đèn ghế tre', 'mưa núi bàn thuyền cau'];

async function personAt(page: Page): Promise<string> {
  const session: z.infer<typeof getSession.response> = await askServer(
    page,
    'GET',
    getSession.path,
  );
  if (session.person === null) throw new Error('nobody is signed in');
  return session.person.personId;
}

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const desk = await seatSecretary(browser, server.url);
  secretary = desk.page;
  const { chair, first, second, third } = await seatMembers(browser, secretary.url());
  for (const seat of [desk, chair, first, second, third]) errors.push(seat.errors);
  await markPresent(secretary, [chairName, ...Object.values(delegateNames)]);
  voters = [chair, first, second, third].map(({ page }) => page);
  const tab = await first.page.context().newPage();
  errors.push(watchForErrors(tab));
  await tab.goto(secretary.url());
  tabs = [first.page, tab];
  poll = await pollsOf(secretary).create({
    question: 'Đồng ý miễn nhiệm Giám đốc Sở?',
    secrecy: 'secret',
    trustees: {
      personIds: await Promise.all([first.page, second.page].map(personAt)),
      needed: null,
    },
    ownRules: {
      ruleSet: {
        ...peoplesCommitteeRules,
        quorum: { numerator: 1, denominator: 10 },
        denominator: 'valid',
        tie: 'not_carried',
      },
      reason: 'Chỉ những người đang mở trang',
    },
  });
  other = trusteesAt([second.page]);
});

test.afterEach(() => expect(errors.flat()).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('[E165] two tabs that make a share at once make one, and the slower one says whose it is', async () => {
  await both(async (tab, at) => {
    for (const label of ['Mật khẩu của mảnh khóa', 'Nhập lại mật khẩu'])
      await cardOf(tab)
        .getByLabel(label)
        .fill(passphrases[at] ?? '');
  });
  await pressBoth('Tạo mảnh khóa');
  await both((tab) => expect(button(tab, 'Lưu tệp khóa')).toBeVisible());
  await expect
    .poll(async () => {
      const said = await both((tab) => cardOf(tab).getByText(ofOther).count());
      return said.toSorted();
    })
    .toEqual([0, 1]);
  const [first, second] = tabs;
  const isFirst = (await cardOf(second).getByText(ofOther).count()) === 1;
  quicker = { tab: isFirst ? first : second, passphrase: passphrases[isFirst ? 0 : 1] ?? '' };
  await look(isFirst ? second : first, 'trustee-other-tab');
});

test('[E165] what one tab has saved goes on in the one that knows the passphrase', async () => {
  const slower = tabs.find((tab) => tab !== quicker.tab) ?? quicker.tab;
  const saving = slower.waitForEvent('download');
  await button(slower, 'Lưu tệp khóa').click();
  await saving;
  await button(slower, 'Tôi đã có tệp, gửi phần công khai').click();
  await both((tab) => expect(cardOf(tab)).toContainText('Đã xong phần của đồng chí'));
});

test('[E165] two tabs that decrypt at once decrypt one sum, and both say that it is done', async () => {
  await other.work(poll);
  for (const page of voters)
    await expect(page.getByText('đã sẵn sàng để bỏ phiếu kín').first()).toBeVisible();
  await pollsOf(secretary).openForRegistered(poll);
  for (const page of voters) {
    await page.getByRole('radio', { name: 'Tán thành', exact: true }).check({ force: true });
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await expect(page.getByText('Đã ghi nhận phiếu kín').first()).toBeVisible();
  }
  await pollsOf(secretary).close(poll);
  await both(async (tab) => {
    const passphrase = cardOf(tab).getByLabel('Mật khẩu của mảnh khóa');
    await expect(passphrase.or(button(tab, 'Mở phần của tôi'))).toBeVisible();
    if (!(await passphrase.isVisible())) return;
    await passphrase.fill(quicker.passphrase);
    await button(tab, 'Mở mảnh khóa').click();
  });
  await both((tab) => expect(button(tab, 'Mở phần của tôi')).toBeVisible());
  await pressBoth('Mở phần của tôi');
  await both((tab) => expect(cardOf(tab)).toContainText('Đồng chí đã mở phần của mình'));
  await other.work(poll);
  for (const page of voters)
    await expect(page.getByText('Được thông qua', { exact: false }).first()).toBeVisible();
});
