import { type Page, expect } from '@playwright/test';

/** Opens the page of today's meeting, by the way that the home page offers. */
export async function openMeetingPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Điều hành' }).first().click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/);
}

/** Prepares a poll on the page of the meeting and opens it. */
export async function openPoll(page: Page, question: string): Promise<void> {
  await page.getByRole('tab', { name: 'Biểu quyết' }).click();
  await page.getByRole('button', { name: 'Soạn biểu quyết' }).first().click();
  await page.getByLabel('Câu hỏi').fill(question);
  await page.getByRole('button', { name: 'Lưu biểu quyết' }).click();
  await page
    .getByRole('listitem')
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
