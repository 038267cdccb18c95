import { type Page, expect } from '@playwright/test';
import { watchConnections } from './rtc.ts';

/** Looks at the own picture, then joins; with the microphone off if so wished. */
export async function joinRoom(
  page: Page,
  meetingUrl: string,
  { muted = false } = {},
): Promise<void> {
  await watchConnections(page);
  await page.goto(`${meetingUrl}/room`);
  if (muted) await page.getByRole('button', { name: 'Tắt micro' }).click();
  await page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(page.getByRole('button', { name: 'Rời phòng họp' })).toBeVisible();
}

/** Chooses, sends, and waits for the word that the ballot is recorded. */
export async function castBallot(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  await expect(page.getByText('Đã ghi nhận', { exact: false }).first()).toBeVisible();
}

/** Sends a line in the chat that is open. */
export async function writeMessage(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
}
