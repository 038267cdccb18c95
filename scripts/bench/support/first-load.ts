import type { Browser, Page } from '@playwright/test';
import { newProfile, signIn } from '../../../e2e/support/browser.ts';
import { isScript, sumOf, watchFiles } from '../../../e2e/support/loaded.ts';
import { accounts, demoPassword } from '../../../e2e/support/people.ts';

/** All sizes in bytes, each file compressed with gzip. */
export interface FirstLoad {
  requests: number;
  gzipBytes: number;
  /** Of the scripts alone, until a signed-in person's home page stands. */
  homeScriptBytes: number;
}

/**
 * What a browser that was never here fetches until it shows the sign-in page and has nothing left to fetch; and its
 * scripts until the home page after that.
 */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const files = await fetched(browser, async (page) => {
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  });
  const untilHome = await fetched(browser, async (page) => {
    await signIn(page, url, accounts.secretary, demoPassword);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  return {
    requests: files.length,
    gzipBytes: sumOf(files),
    homeScriptBytes: sumOf(untilHome.filter(isScript)),
  };
}

async function fetched(browser: Browser, visit: (page: Page) => Promise<void>) {
  const context = await newProfile(browser);
  const page = await context.newPage();
  const filesSoFar = watchFiles(page);
  await visit(page);
  await page.waitForLoadState('networkidle');
  const files = await filesSoFar();
  await context.close();
  return files;
}
