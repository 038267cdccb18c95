import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, createTestApp } from '../testing/test-app.ts';

const clientDir = mkdtempSync(join(tmpdir(), 'nghi-truong-'));
let app: TestApp;
beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<title>Nghị Trường</title>');
  writeFileSync(join(clientDir, 'assets', 'app-1a2b.js'), 'export {};');
  app = await createTestApp({ deps: { clientDir } });
});
afterAll(async () => {
  await app.close();
  rmSync(clientDir, { recursive: true, force: true });
});

const get = (url: string) => app.browser().inject({ url });

test('the page answers every address of the app, and is asked for anew', async () => {
  for (const url of ['/', '/meetings/1', '/kiosk']) {
    const response = await get(url);
    expect(response.body).toContain('Nghị Trường');
    expect(response.headers['cache-control']).toBe('no-cache');
  }
});

test('hashed assets are kept for ever', async () => {
  const { headers } = await get('/assets/app-1a2b.js');
  expect(headers['cache-control']).toContain('immutable');
});

test('a missing asset or API address is no page', async () => {
  for (const url of ['/assets/gone.js', '/api/gone'])
    expect((await get(url)).json().code).toBe('method_not_found');
});

test('nothing outside the folder is served', async () => {
  for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fx'])
    expect((await get(url)).body).not.toContain('"dependencies"');
});
