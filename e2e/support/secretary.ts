import { type Page, expect } from '@playwright/test';

/** Opens the page of today's meeting, by the way that the home page offers. */
export async function openMeetingPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Điều hành' }).first().click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/);
}
