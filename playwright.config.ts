import { defineConfig } from '@playwright/test';

/**
 * Journeys of two or more people in real Chromium, against the built program. Each test starts servers and
 * browsers of its own (see `e2e/support`), because every person has a camera picture of their own.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  // Only what hangs is to end; how long a journey takes says nothing on a busy machine.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  use: { actionTimeout: 120_000 },
  reporter: 'list',
});
