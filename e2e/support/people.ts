import type { Browser, Page } from '@playwright/test';
import { newProfile, signIn, watchForErrors } from './browser.ts';

/** The accounts of the demo data that journeys use; see `server/demo`. */
export const accounts = {
  administrator: 'quantri',
  secretary: 'thuky',
  chair: 'chutich',
  firstDelegate: 'nguyenthibichlieu',
  secondDelegate: 'lehuutuong',
  enrolledDelegate: 'phamngocquynhtram',
  fourthDelegate: 'vokynhan',
  /** Comes after the others. */
  lateDelegate: 'nguyenvanon',
};
export const chairName = 'Hoàng Đức Khải';
export const lateName = 'Nguyễn Văn Ơn';
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

/**
 * Someone with the page of a meeting open.
 * @param prepare before that page comes
 */
export async function takeSeatAt(
  browser: Browser,
  meetingUrl: string,
  username: string,
  prepare?: (page: Page) => unknown,
): Promise<Seat> {
  const seat = await takeSeat(browser, new URL(meetingUrl).origin, username);
  await prepare?.(seat.page);
  await seat.page.goto(meetingUrl);
  return seat;
}

/** The chair and the first three delegates, each with the page of a meeting open. */
export async function seatMembers(
  browser: Browser,
  meetingUrl: string,
): Promise<Record<'chair' | 'first' | 'second' | 'third', Seat>> {
  const come = (username: string) => takeSeatAt(browser, meetingUrl, username);
  return {
    chair: await come(accounts.chair),
    first: await come(accounts.firstDelegate),
    second: await come(accounts.secondDelegate),
    third: await come(accounts.enrolledDelegate),
  };
}
