import { type Browser, type BrowserContext, type Page, chromium, expect } from '@playwright/test';

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

interface BrowserWish {
  /** The program to start in place of Chromium itself. */
  program?: string;
  /** A plain http address whose pages may use camera and microphone as those of this machine may. */
  trustedOrigin?: string;
}

/** One browser with one camera, as on one person's desk. */
export async function launchBrowser(
  cameraFile?: string,
  { program = chromiumPath, trustedOrigin }: BrowserWish = {},
): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...(cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${cameraFile}`]),
      ...(trustedOrigin === undefined
        ? []
        : [`--unsafely-treat-insecure-origin-as-secure=${trustedOrigin}`]),
      // Whoever shares chooses this without being asked.
      '--auto-select-desktop-capture-source=Entire screen',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
}

/** A fresh profile: no cookies, Vietnamese, Vietnamese time. */
export async function newProfile(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    permissions: ['camera', 'microphone', 'clipboard-write'],
  });
}

/** Errors that the page itself reports; a journey ends with none. */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Signs in as a person would. */
export async function signIn(page: Page, url: string, username: string, password: string) {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
