import { type Browser, type Page, expect, test } from '@playwright/test';
import type { z } from 'zod';
import { getSession } from '../models/contracts/identity.ts';
import { peoplesCommitteeRules } from '../models/contracts/rules.ts';
import type { MyPoll } from '../models/contracts/voting.ts';
import type { Id } from '../models/ids.ts';
import { askServer } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { pairWall } from './support/door.ts';
import { electionAt, recordAt, restartAt, trusteesAt } from './support/elections.ts';
import { look } from './support/look.ts';
import {
  type Seat,
  accounts,
  chairName,
  delegateNames,
  seatMembers,
  takeSeatAt,
} from './support/people.ts';
import { loseNextReceipt, markPresent, pollsOf } from './support/polls.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** A secret poll with trustees, as members meet it. */
test.describe.configure({ mode: 'serial' });

type SessionAnswer = z.infer<typeof getSession.response>;

const question = 'Bầu hai thành viên Ban kiểm phiếu';
const people = ['Bùi Xuân Lộc', 'Phan Đình Trứ', 'Đặng Thị Ngọc Hân'];

let server: RunningServer;
let browser: Browser;
let secretary: Page;
let chair: Page;
let members: Record<'first' | 'second' | 'third', Page>;
let poll: MyPoll;
let wall: Page;
let trustees: ReturnType<typeof trusteesAt>;
const seats: Seat[] = [];

const ready = 'Máy của đồng chí đã sẵn sàng để bỏ phiếu kín';
const counting = 'Đã kết thúc bỏ phiếu, đang mở kết quả';
const recorded = 'Đã ghi nhận phiếu kín';
const tick = (page: Page, name: string) =>
  page.getByRole('checkbox', { name }).check({ force: true });
const send = (page: Page) => page.getByRole('button', { name: 'Gửi phiếu' }).click();
const expectRecorded = (page: Page) => expect(page.getByText(recorded).first()).toBeVisible();
/** The tracking number on the receipt. */
const trackerAt = async (page: Page): Promise<string> =>
  ((await page.locator('code').first().textContent()) ?? '').replaceAll(/\s/g, '');
/** All that this tab and this browser keep. */
const keptAt = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('nghi-truong-voter');
    const all = await new Promise<unknown[]>((resolve) => {
      open.addEventListener('success', () => {
        const read = open.result.transaction('voters').objectStore('voters').getAll();
        read.addEventListener('success', () => {
          open.result.close();
          resolve(read.result);
        });
      });
    });
    return JSON.stringify([all, { ...sessionStorage }, { ...localStorage }]);
  });

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const desk = await seatSecretary(browser, server.url);
  seats.push(desk);
  secretary = desk.page;
  const { chair: chairSeat, ...others } = await seatMembers(browser, secretary.url());
  seats.push(chairSeat, ...Object.values(others));
  chair = chairSeat.page;
  members = { first: others.first.page, second: others.second.page, third: others.third.page };
  await markPresent(secretary, [chairName, ...Object.values(delegateNames)]);
  const keepers = [chair, members.first];
  const ids = await Promise.all(keepers.map(personAt));
  poll = await pollsOf(secretary).create({
    question,
    secrecy: 'secret',
    ownRules: {
      ruleSet: {
        ...peoplesCommitteeRules,
        quorum: { numerator: 1, denominator: 10 },
        threshold: { kind: 'relative' },
        tie: 'not_carried',
      },
      reason: 'Chỉ những người có mặt tại bàn bầu Ban kiểm phiếu',
    },
    trustees: { personIds: ids, needed: null },
    paper: {
      kind: 'election',
      options: people.map((label, at) => ({ key: at + 1, label, note: '' })),
      seats: 2,
      min: 0,
      max: 2,
    },
  });
  trustees = trusteesAt(keepers);
  wall = await pairWall(browser, server.url);
});

async function personAt(page: Page): Promise<Id> {
  const { person } = await askServer<SessionAnswer>(page, 'GET', getSession.path);
  if (person === null) throw new Error('nobody is signed in');
  return person.personId;
}

test.afterEach(() => expect(seats.flatMap(({ errors }) => errors)).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('[E140] browsers of those who are there make their codes by themselves, one for all tabs', async () => {
  await trustees.work(poll);
  for (const page of [chair, ...Object.values(members)])
    await expect(page.getByText(ready)).toBeVisible();
  await look(members.second, 'secret-ready');
  const tab = await members.second.context().newPage();
  await joinRoom(tab, secretary.url());
  await expect(tab.getByText(ready)).toBeVisible();
  await look(tab, 'secret-ready-room');
  await tab.close();
  expect((await electionAt(secretary, poll)).registered).toBe(4);
});

test('[E140] when all begins again, the browsers make new codes', async () => {
  const codes = await keptAt(members.second);
  await restartAt(secretary, poll);
  await trustees.work(poll);
  await expect.poll(async () => (await electionAt(secretary, poll)).registered).toBe(4);
  await expect(members.second.getByText(ready)).toBeVisible();
  expect(await keptAt(members.second)).not.toBe(codes);
});

test('[E140] a browser that keeps nothing says so, and makes no code that would be lost', async () => {
  const { page } = await takeSeatAt(browser, secretary.url(), accounts.enrolledDelegate, (closed) =>
    closed.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
  );
  await expect(page.getByText('Trình duyệt này không cho lưu mã bỏ phiếu')).toBeVisible();
  await page.context().close();
});

test('[E140] another device of the same person is told to use the first', async () => {
  const other = await takeSeatAt(browser, secretary.url(), accounts.secondDelegate);
  seats.push(other);
  await expect(
    other.page.getByText('Đồng chí đã đăng ký bỏ phiếu kín trên một máy khác'),
  ).toBeVisible();
  await look(other.page, 'secret-elsewhere');
  await pollsOf(secretary).openForRegistered(poll);
  await expect(other.page.getByText('Không bỏ phiếu được trên máy này')).toBeVisible();
  await look(other.page, 'secret-not-here');
  await expect(wall.getByText(question)).toBeVisible();
  expect((await electionAt(secretary, poll)).registered).toBe(4);
  await other.page.context().close();
});

test('[E140] a member tries the browser: what was sealed opens to what was chosen, and is never cast', async () => {
  const { third } = members;
  await tick(third, people[0] ?? '');
  await look(third, 'secret-ballot');
  await third.getByRole('button', { name: 'Thử máy của tôi' }).click();
  await expect(third.getByText('Phiếu đã mã hóa, chưa gửi')).toBeVisible();
  await look(third, 'secret-trial-sealed');
  await third.getByRole('button', { name: 'Mở phiếu này ra xem' }).click();
  await expect(third.getByText('Máy đã mã hóa đúng điều đồng chí chọn')).toBeVisible();
  const opened = third.getByRole('region', { name: 'Thử máy bằng một phiếu' });
  await expect(opened.getByRole('definition')).toHaveText(people[0] ?? '');
  await look(third, 'secret-trial-opened');
  const saving = third.waitForEvent('download');
  await third.getByRole('button', { name: 'Tải phiếu thử (JSON)' }).click();
  expect((await saving).suggestedFilename()).toBe('phieu-thu.json');
  await third.getByRole('button', { name: 'Trở lại phiếu của tôi' }).click();
  await expect(third.getByRole('checkbox', { name: people[0] ?? '' })).toBeChecked();
  expect((await electionAt(secretary, poll)).ballots).toBe(0);
  await send(third);
  await expectRecorded(third);
  expect((await electionAt(secretary, poll)).ballots).toBe(1);
});

test('[E140] a ballot is encrypted, recorded, found again after a reload, and given anew', async () => {
  const { first } = members;
  await tick(first, people[0] ?? '');
  await tick(first, people[1] ?? '');
  await send(first);
  await expectRecorded(first);
  await look(first, 'secret-receipt');
  const before = await trackerAt(first);
  expect(await keptAt(first)).not.toContain('chosen');
  await first.reload();
  await expectRecorded(first);
  expect(await trackerAt(first)).toBe(before);
  expect(timesIn(await recordAt(first, poll), before)).toBe(1);

  await first.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  await tick(first, people[2] ?? '');
  await first.getByRole('button', { name: 'Gửi phiếu đã đổi' }).click();
  await expectRecorded(first);
  const after = await trackerAt(first);
  expect(after).not.toBe(before);
  expect(await keptAt(first)).not.toContain('chosen');
  const { ballots } = await electionAt(secretary, poll);
  expect(ballots).toBe(2);
});

test('[E140] a ballot whose answer was lost is sent again as it was', async () => {
  const page = await members.second.context().newPage();
  await loseNextReceipt(page, 'election:cast');
  await page.goto(secretary.url());
  await tick(page, people[1] ?? '');
  await send(page);
  await expectRecorded(page);
  const tracker = await trackerAt(page);
  // The other tab of the same person knows without being asked.
  await expectRecorded(members.second);
  expect(await trackerAt(members.second)).toBe(tracker);
  const { ballots } = await electionAt(secretary, poll);
  expect(ballots).toBe(3);
  expect(timesIn(await recordAt(page, poll), tracker)).toBe(1);
  await page.close();
});

test('[E140] after the end the receipt stays, and the result comes when the trustees have opened the sum', async () => {
  await send(chair);
  await expectRecorded(chair);
  await pollsOf(secretary).close(poll);
  const { first } = members;
  await expect(first.getByText(counting)).toBeVisible();
  await look(first, 'secret-decrypting');
  await look(wall, 'secret-decrypting-screen');
  const tracker = await trackerAt(first);
  await trustees.work(poll);
  await expect(first.getByText('Trúng cử', { exact: false }).first()).toBeVisible();
  expect(await trackerAt(first)).toBe(tracker);
  await first.getByText('Xem mã theo dõi phiếu').click();
  await look(first, 'secret-decided');
  await expect(wall.getByText('Trúng cử', { exact: false }).first()).toBeVisible();
  expect(timesIn(await recordAt(first, poll), tracker)).toBe(1);
  expect(await keptAt(first)).not.toContain('chosen');
});

/** How often the record holds the ballot of a tracking number, which is the hash that its file is named by. */
const timesIn = (record: Uint8Array, tracker: string): number => {
  const name = `${Buffer.from(tracker, 'base64').toString('hex')}.data.json`;
  return Buffer.from(record).toString('latin1').split(name).length - 1;
};
