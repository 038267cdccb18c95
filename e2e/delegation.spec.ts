import { type Browser, type Page, expect, test } from '@playwright/test';
import { peoplesCommitteeRules } from '../models/contracts/rules.ts';
import { changeBody } from './support/body.ts';
import { launchBrowser } from './support/browser.ts';
import { castBallot } from './support/delegate.ts';
import { look } from './support/look.ts';
import {
  type Seat,
  accounts,
  chairName,
  delegateNames,
  lateName,
  takeSeatAt,
} from './support/people.ts';
import { markPresent, pollsOf } from './support/polls.ts';
import { closePoll, openPoll, seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** A member who is absent lets another vote, and a vote that is tied is held a second time. */
test.describe.configure({ mode: 'serial' });

const absent = lateName;

let server: RunningServer;
let browser: Browser;
let secretary: Page;
let first: Page;
let second: Page;
const seats: Seat[] = [];

test.beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const desk = await seatSecretary(browser, server.url);
  secretary = desk.page;
  const come = (username: string) => takeSeatAt(browser, secretary.url(), username);
  const delegates = [
    await come(accounts.firstDelegate),
    await come(accounts.secondDelegate),
  ] as const;
  seats.push(desk, ...delegates);
  [first, second] = [delegates[0].page, delegates[1].page];
  await markPresent(secretary, [chairName, ...Object.values(delegateNames)]);
  await changeBody(secretary, { rules: { delegationsEach: 1 } });
});
test.afterEach(() => expect(seats.flatMap(({ errors }) => errors)).toEqual([]));
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const pick = async (field: string, name: string) => {
  const box = secretary.getByRole('dialog').getByRole('combobox', { name: field });
  await box.fill(name);
  // As people do who press twice; what is under the list when it is gone must not mind.
  await secretary.getByRole('option', { name }).dblclick();
};

test('[E130] a delegation is recorded with its basis, only from an absent member to a present one', async () => {
  await secretary.getByRole('tab', { name: 'Biểu quyết' }).click();
  await secretary.getByText('Ủy quyền biểu quyết', { exact: false }).first().click();
  await secretary.getByRole('button', { name: 'Ghi ủy quyền' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ghi ủy quyền' }).click();
  await expect(dialog.getByText('Xin ghi căn cứ.').first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Người ủy quyền' }).fill(delegateNames.first);
  await expect(secretary.getByRole('option', { name: delegateNames.first })).toHaveCount(0);
  await pick('Người ủy quyền', absent);
  await pick('Người nhận ủy quyền', delegateNames.first);
  await dialog.getByLabel('Căn cứ').fill('Giấy ủy quyền số 12 ngày 20/11/2026');
  await look(secretary, 'delegation-add');
  await dialog.getByRole('button', { name: 'Ghi ủy quyền' }).click();
  const line = `${absent} ủy quyền cho ${delegateNames.first}`;
  await expect(secretary.getByText(line)).toBeVisible();
});

test('[E131] whoever was asked to votes twice, once for each, and the names say on whose behalf', async () => {
  await openPoll(secretary, 'Thông qua kế hoạch chống ngập');
  await expect(first.getByText('Đồng chí có 2 phiếu', { exact: false })).toBeVisible();
  await look(first, 'ballot-delegated');
  await castBallot(first, 'Tán thành');
  await expect(first.getByText(`Thay đồng chí ${absent}`, { exact: false }).first()).toBeVisible();
  const against = first.getByRole('radio', { name: 'Không tán thành', exact: true });
  // The first form goes when its receipt has come.
  await expect(against).toHaveCount(1);
  await against.check({ force: true });
  await first.getByRole('button', { name: 'Gửi phiếu' }).click();
  await expect(first.getByText('Đã ghi nhận', { exact: true })).toHaveCount(2);
  await closePoll(secretary);
  await expect(secretary.getByText('KHÔNG ĐƯỢC THÔNG QUA').first()).toBeVisible();
  const { ballots, verdict } = await pollsOf(secretary).named('Thông qua kế hoạch chống ngập');
  expect(verdict).toMatchObject({ counts: { for: 1, against: 1, abstain: 0 } });
  expect(ballots?.find(({ fullName }) => fullName === absent)).toMatchObject({
    marks: { choice: 'against' },
    castBy: { fullName: delegateNames.first },
  });
});

test('[E132] a tie that asks for a second ballot offers it, linked to the first', async () => {
  const question = 'Thông qua phương án thu gom rác';
  const poll = await pollsOf(secretary).create({
    question,
    ownRules: {
      ruleSet: { ...peoplesCommitteeRules, tie: 'second_ballot' },
      reason: 'Theo Điều 12 quy chế của tập thể',
    },
  });
  await pollsOf(secretary).open(poll);
  await castBallot(first, 'Tán thành');
  await castBallot(second, 'Không tán thành');
  await closePoll(secretary);
  await secretary.getByRole('button', { name: 'Soạn biểu quyết lần hai' }).first().click();
  const again = secretary.getByRole('row').filter({ hasText: question });
  await expect(again.getByText(`Biểu quyết lại số ${poll.number}`).first()).toBeVisible();
  await look(secretary, 'poll-second-ballot');
});
