import { type Route, expect, test } from '@playwright/test';
import { launchBrowser, newProfile, signIn, watchForErrors } from './support/browser.ts';
import { isScript, sumOf, watchFiles } from './support/loaded.ts';
import { accounts, demoPassword } from './support/people.ts';
import { startServer } from './support/server.ts';

/** Of all scripts until the home page stands, compressed with gzip. */
const limitBytes = 250_000;

test('[L1] what a first visit fetches before a room is opened stays small; menus come when they are wanted', async () => {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await (await newProfile(browser)).newPage();
    const errors = watchForErrors(page);
    const filesSoFar = watchFiles(page);
    await signIn(page, server.url, accounts.secretary, demoPassword);
    await expect(page.getByRole('heading', { name: 'Hôm nay', level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const scripts = (await filesSoFar()).filter(isScript);
    const list = scripts.map(({ path, gzipBytes }) => `${gzipBytes} ${path}`).join('\n');
    expect(sumOf(scripts), list).toBeLessThan(limitBytes);

    // The keyboard goes into the list at once, and comes back to its button.
    const menu = page.getByRole('button', { name: 'Hiển thị' });
    await menu.press('ArrowUp');
    await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await menu.press('Enter');
    await expect(page.getByRole('menuitemradio').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await menu.click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
  }
});

test('[L2] the first press on a menu is not lost while its code is under way', async () => {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await (await newProfile(browser)).newPage();
    const held: Route[] = [];
    await page.route(/\/MenuList-.*\.js$/, (route) => void held.push(route));
    await page.goto(`${server.url}/sign-in`);
    const menu = page.getByRole('button', { name: 'Hiển thị' });
    await menu.click();
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('menu')).toHaveCount(0);
    for (const route of held) await route.continue();
    await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeVisible();
  } finally {
    await browser.close();
    await server.stop();
  }
});
