import { type Locator, type Page, expect } from '@playwright/test';

const tiles = (page: Page): Locator =>
  page.getByRole('list', { name: 'Người trong phòng họp' }).locator('li:not([data-kind="self"])');

/** The tile of a person or of a shared screen, by the name that it reads out. */
export const tileOf = (page: Page, name: string): Locator =>
  page.getByRole('listitem', { name, exact: true });

/** The id of the track that a tile plays, once pictures move in it. */
export async function trackOf(page: Page, name: string): Promise<string> {
  const video = tileOf(page, name).locator('video');
  await expect
    .poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime).catch(() => 0))
    .toBeGreaterThan(0);
  return video.evaluate((one: HTMLVideoElement) =>
    one.srcObject instanceof MediaStream ? (one.srcObject.getVideoTracks()[0]?.id ?? '') : '',
  );
}

/** Who stands on the page in sight, in order. */
export const shownOn = (page: Page): Promise<string[]> =>
  tiles(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

/** Which layout the stage has now. */
export const layoutOf = (page: Page): Promise<string | null> =>
  page.getByRole('list', { name: 'Người trong phòng họp' }).getAttribute('data-layout');

/** Chooses from one of the menus of the bar. */
export async function choose(page: Page, menu: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(0);
}
