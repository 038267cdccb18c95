import { type Browser, type Page, expect, test } from '@playwright/test';
import type { MyPoll } from '../models/contracts/voting.ts';
import { peoplesCommitteeRules } from '../models/contracts/rules.ts';
import { launchBrowser } from './support/browser.ts';
import { castBallot } from './support/delegate.ts';
import { pairWall } from './support/door.ts';
import { look } from './support/look.ts';
import {
  type Seat,
  accounts,
  chairName,
  delegateNames,
  lateName,
  seatMembers,
  takeSeatAt,
} from './support/people.ts';
import { expectRecorded, loseNextReceipt, markPresent, pollsOf } from './support/polls.ts';
import { closePoll, openPoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** One meeting and its votes, one after the other, as those see them who vote. */
test.describe.configure({ mode: 'serial' });

const motion = 'Thông qua Tờ trình về điều chỉnh cục bộ quy hoạch phân khu ven sông';
const election = 'Bầu ba thành viên tổ công tác rà soát thủ tục hành chính';

let server: RunningServer;
let browser: Browser;
let secretary: Page;
let chair: Page;
let members: { first: Page; second: Page; third: Page };
let wall: Page;
const seats: Seat[] = [];
const polls = () => pollsOf(secretary);

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
  wall = await pairWall(browser, server.url);
});

test.afterEach(() => expect(seats.flatMap(({ errors }) => errors)).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });
const tick = (page: Page, name: string) =>
  page.getByRole('checkbox', { name }).check({ force: true });
const send = async (page: Page) => {
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  await expectRecorded(page);
};
/** Goes back from a result to the meeting. */
const leaving = 'Đã xem, trở lại phiên họp';

test('[V80] nothing can be put to the vote before enough members are there', async () => {
  await secretary.getByRole('tab', { name: 'Biểu quyết' }).click();
  await secretary
    .getByRole('row')
    .filter({ hasText: motion })
    .getByRole('button', { name: 'Mở biểu quyết' })
    .click();
  const dialog = secretary.getByRole('alertdialog');
  await expect(dialog.getByText('Chưa đủ thành viên có mặt')).toBeVisible();
  await look(secretary, 'vote-no-quorum');
  await secretary.keyboard.press('Escape');
  await expect(secretary.getByText('Chưa mở được: có mặt', { exact: false }).first()).toBeVisible();
  await expect(chair.getByRole('button', { name: 'Gửi phiếu' })).toHaveCount(0);
});

test('[V81] an open vote that is tied goes by the side of the chair', async () => {
  await markPresent(secretary, [chairName, ...Object.values(delegateNames)]);
  await openPoll(secretary, 'Thông qua chương trình kỳ họp');
  const { first, second, third } = members;
  await look(first, 'ballot-motion');
  await choose(first, 'Không tán thành');
  await first.reload();
  await expect(first.getByRole('radio', { name: 'Không tán thành' })).toBeChecked();
  await expect(first.getByText('Đồng chí chọn: Không tán thành')).toBeVisible();
  await send(first);
  await look(first, 'ballot-recorded');
  await castBallot(second, 'Tán thành');
  await castBallot(third, 'Không tán thành');
  await castBallot(chair, 'Tán thành');
  await expect(wall.getByText('4/17')).toBeVisible();
  await closePoll(secretary);
  for (const page of [chair, first, second, third, secretary, wall])
    await expect(page.getByText('ĐƯỢC THÔNG QUA', { exact: true }).first()).toBeVisible();
  await expect(first.getByText('chủ tọa tán thành', { exact: false }).first()).toBeVisible();
  await look(first, 'verdict-motion');
  await look(wall, 'screen-verdict-motion');
});

test('[V82] who comes after the opening votes once the chair lets them', async () => {
  await markPresent(secretary, [chairName, ...Object.values(delegateNames)]);
  const late = await takeSeatAt(browser, secretary.url(), accounts.lateDelegate);
  seats.push(late);
  await openPoll(secretary, 'Thông qua phương án trồng cây');
  await expect(
    late.page.getByText('Đồng chí không có trong danh sách biểu quyết lần này'),
  ).toBeVisible();
  await look(late.page, 'ballot-not-on-roll');
  await markPresent(secretary, [lateName]);
  await secretary.getByRole('button', { name: `Cho vào danh sách ${lateName}` }).click();
  const dialog = secretary.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Cho vào danh sách' }).click();
  await castBallot(late.page, 'Tán thành');
  await closePoll(secretary);
  await expect(late.page.getByText('bổ sung sau khi mở').first()).toBeVisible();
  await late.page.context().close();
});

test('[V83] a ballot whose receipt was lost on the way is one ballot', async () => {
  const page = await members.second.context().newPage();
  await loseNextReceipt(page);
  await page.goto(secretary.url());
  const poll = await polls().create({ question: 'Thông qua mức hỗ trợ' });
  await polls().open(poll);
  await choose(page, 'Tán thành');
  await send(page);
  // The other window of the same person knows without being asked.
  await expectRecorded(members.second);
  expect((await polls().named(poll.question)).cast).toBe(1);
  const closed = await polls().close(poll);
  expect(closed.ballots?.filter(({ marks }) => marks !== null)).toHaveLength(1);
  await page.close();
});

test('[V84] of a secret ballot nothing stays with the voter, and its result waits for the chair', async () => {
  const poll = await polls().named(election);
  await polls().open(poll, 600);
  const { first, second, third } = members;
  await tick(first, 'Bùi Xuân Lộc');
  await tick(first, 'Phan Đình Trứ');
  await expect(first.getByText('Đã chọn 2/3')).toBeVisible();
  await expect(
    first.getByText('Cách bỏ phiếu này tin vào máy chủ', { exact: false }),
  ).toBeVisible();
  await look(first, 'ballot-election');
  await look(wall, 'screen-vote-secret');
  await send(first);
  await expect(first.getByText('Đã ghi nhận phiếu kín')).toBeVisible();
  expect(await first.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('chosen');
  await first.getByText('Xem biên nhận').click();
  await look(first, 'ballot-receipt');
  for (const page of [second, third, chair]) {
    await tick(page, 'Bùi Xuân Lộc');
    await send(page);
  }
  await polls().close(poll);
  for (const page of [first, second, wall])
    await expect(page.getByText('Đã kiểm phiếu, chờ công bố kết quả').first()).toBeVisible();
  await expect(first.getByText('Trúng cử', { exact: false })).toHaveCount(0);
  await polls().announce(poll);
  for (const page of [first, second, wall])
    await expect(page.getByText('Trúng cử', { exact: false }).first()).toBeVisible();
  await look(first, 'verdict-election');
  await look(wall, 'screen-verdict-election');
});

test('[V85] a vote that was declared void has a reason and no result', async () => {
  const poll = await polls().create({ question: 'Thông qua phụ lục' });
  await polls().open(poll);
  await castBallot(members.first, 'Tán thành');
  await polls().declareVoid(poll, 'Câu hỏi ghi sai số tờ trình');
  for (const page of [members.first, members.second])
    await expect(
      page.getByText('Câu hỏi ghi sai số tờ trình', { exact: false }).first(),
    ).toBeVisible();
  await look(members.first, 'vote-void');
});

const people = ['Giám đốc Sở Tài chính', 'Giám đốc Sở Xây dựng', 'Giám đốc Sở Y tế'].map(
  (label, at) => ({ key: at + 1, label, note: '' }),
);

test('[V86] levels of confidence and an order of preference are given by keyboard alone', async () => {
  const { first } = members;
  const confidence = await polls().create({
    question: 'Lấy phiếu tín nhiệm ba giám đốc',
    paper: { kind: 'confidence', options: people },
  });
  await polls().open(confidence);
  for (const { label } of people) {
    const group = first.getByRole('radiogroup', { name: `Mức tín nhiệm đối với ${label}` });
    await group.getByRole('radio').first().focus();
    await first.keyboard.press('ArrowRight');
  }
  await expect(first.getByText('Đã cho ý kiến 3/3 người')).toBeVisible();
  await look(first, 'ballot-confidence');
  await first.keyboard.press('Enter');
  await expectRecorded(first);
  await polls().close(confidence);
  await expect(first.getByText('ĐÃ LẤY PHIẾU TÍN NHIỆM').first()).toBeVisible();
  await look(first, 'verdict-confidence');
  await look(wall, 'screen-verdict-confidence');

  const ranked = await polls().create({
    question: 'Chọn nơi đặt trạm y tế mới',
    paper: { kind: 'ranked', options: people },
  });
  await polls().open(ranked);
  for (const at of [3, 1]) {
    await first.getByRole('button', { name: `Xếp ${people[at - 1]?.label}` }).focus();
    await first.keyboard.press('Enter');
  }
  await first.getByRole('button', { name: `Đưa ${people[0]?.label} lên` }).focus();
  await first.keyboard.press('Enter');
  await expect(first.getByText('1. Giám đốc Sở Tài chính, 2. Giám đốc Sở Y tế')).toBeVisible();
  // Away from the button and its tooltip, which stands over the page.
  await first.getByRole('button', { name: 'Gửi phiếu' }).focus();
  await look(first, 'ballot-ranked');
  await send(first);
  await polls().close(ranked);
  await look(first, 'verdict-ranked');
  await look(wall, 'screen-verdict-ranked');
});

test('[V87] a straw poll takes one press, shows its count live, and decides nothing', async () => {
  const { first, second } = members;
  const poll = await polls().create({
    question: 'Có nên giải lao mười phút không?',
    binding: false,
    reveal: 'live',
  });
  await polls().open(poll);
  await expect(first.getByText('Thăm dò – không ràng buộc').first()).toBeVisible();
  await look(first, 'ballot-straw');
  await first.getByRole('button', { name: 'Tán thành', exact: true }).click();
  await expectRecorded(first);
  await second.getByRole('button', { name: 'Tán thành', exact: true }).click();
  await expectRecorded(second);
  await expect(first.getByText('TẠM TÍNH').first()).toBeVisible();
  await look(wall, 'screen-vote-live');
  await polls().close(poll);
  await expect(first.getByText('KẾT QUẢ THĂM DÒ').first()).toBeVisible();
});

test('[V88] an open vote can be changed where the rules say so, and whoever forgot is reminded', async () => {
  const { first, second } = members;
  const places = { first: first.url(), second: second.url() };
  const poll = await polls().create({
    question: 'Thông qua lịch công tác',
    ownRules: {
      ruleSet: { ...peoplesCommitteeRules, changeable: true },
      reason: 'Cho phép đổi ý khi đang thảo luận',
    },
  });
  await polls().open(poll, 60);
  await castBallot(first, 'Tán thành');
  await first.getByRole('button', { name: 'Đổi phiếu' }).click();
  await choose(first, 'Không tán thành');
  await first.getByRole('button', { name: 'Gửi phiếu đã đổi' }).click();
  await expect(first.getByText('Đồng chí đã chọn').locator('..')).toContainText('Không tán thành');
  await polls().remind(poll);
  await expect(second.getByText('Xin mời đồng chí gửi phiếu', { exact: false })).toBeVisible();
  await expect(second.getByText('Còn 0:', { exact: false }).first()).toBeVisible();
  // Ends by itself.
  await expect(second.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible({ timeout: 120_000 });
  const decided: MyPoll = await polls().named(poll.question);
  expect(decided.verdict).toMatchObject({ counts: { for: 0, against: 1, abstain: 0 } });
  // The back button of a phone closes the result and not the page.
  await second.goBack();
  await expect(second.getByRole('button', { name: leaving })).toHaveCount(0);
  expect(second.url()).toBe(places.second);
  await first.getByRole('button', { name: leaving }).click();
  await expect(first.getByRole('button', { name: leaving })).toHaveCount(0);
  expect(first.url()).toBe(places.first);
});
