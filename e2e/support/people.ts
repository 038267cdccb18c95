import type { Browser, Page } from '@playwright/test';
import { newProfile, signIn, watchForErrors } from './browser.ts';

/** The accounts of the demo data that journeys use; see `server/demo`. */
export const accounts = {
  administrator: 'quantri',
  secretary: 'thuky',
  firstDelegate: 'nguyenthibichlieu',
  secondDelegate: 'lehuutuong',
  enrolledDelegate: 'phamngocquynhtram',
  fourthDelegate: 'vokynhan',
};
/** The first three accounts of delegates, as the screens name them. */
export const delegateNames = {
  first: 'Nguyễn Thị Bích Liễu',
  second: 'Lê Hữu Tường',
  third: 'Phạm Ngọc Quỳnh Trâm',
};
export const demoPassword = 'Nghi-Truong-2026';

/** Someone at a browser of their own, signed in. */
export interface Seat {
  page: Page;
  /** What the page reported as broken. */
  errors: string[];
}

export async function takeSeat(browser: Browser, url: string, username: string): Promise<Seat> {
  const context = await newProfile(browser);
  const page = await context.newPage();
  const errors = watchForErrors(page);
  await signIn(page, url, username, demoPassword);
  return { page, errors };
}
