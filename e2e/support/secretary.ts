import { type Browser, type Page, expect } from '@playwright/test';
import { type Seat, accounts, takeSeat } from './people.ts';

/** Opens the page of today's meeting, by the way that the home page offers. */
export async function openMeetingPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Điều hành' }).first().click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/);
}

/** The secretary at a browser of their own, with the page of today's meeting open. */
export async function seatSecretary(browser: Browser, url: string): Promise<Seat> {
  const seat = await takeSeat(browser, url, accounts.secretary);
  await openMeetingPage(seat.page, url);
  return seat;
}

/** Where today's meeting is. */
export async function findMeeting(browser: Browser, url: string): Promise<string> {
  const { page } = await seatSecretary(browser, url);
  const meetingUrl = page.url();
  await page.context().close();
  return meetingUrl;
}

/** Prepares a poll on the page of the meeting and opens it. */
export async function openPoll(page: Page, question: string): Promise<void> {
  await page.getByRole('tab', { name: 'Biểu quyết' }).click();
  await page.getByRole('button', { name: 'Soạn biểu quyết' }).first().click();
  await page.getByLabel('Câu hỏi').fill(question);
  await page.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: question })
    .getByRole('button', { name: 'Mở biểu quyết' })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
}

/** Closes the poll that is open, past the question whether to. */
export async function closePoll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kết thúc biểu quyết' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kết thúc biểu quyết' }).click();
}
