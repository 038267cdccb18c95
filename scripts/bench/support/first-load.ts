import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';
import { newProfile } from '../../../e2e/support/browser.ts';

export interface FirstLoad {
  requests: number;
  /** Bytes of all bodies, each compressed with gzip. */
  gzipBytes: number;
}

/** What a browser that was never here fetches until it shows the sign-in page and has nothing left to fetch. */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await newProfile(browser);
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => void responses.push(response));
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  await page.waitForLoadState('networkidle');
  const files = responses.filter((response) => !isAsked(response));
  const sizes = await Promise.all(
    files.map(async (response) => gzipSync(await response.body()).length),
  );
  await context.close();
  return { requests: sizes.length, gzipBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Answers of the service, not files of the web app. */
function isAsked(response: Response): boolean {
  return new URL(response.url()).pathname.startsWith('/api/');
}
