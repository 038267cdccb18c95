import { type Page, chromium } from '@playwright/test';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Request } from './browser-worker.ts';

export interface InBrowser {
  /** The ballot, or how many of those that were checked are wrong. */
  answer: string;
  /** From the request to the answer, the worker's start not included. */
  ms: number;
  /** The longest time for which the page's own thread could not do anything meanwhile. */
  stallMs: number;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./browser-worker.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2023',
  });
  return outputFiles[0]?.text ?? '';
}

/** One request in a worker that has just started, while the page asks every few milliseconds whether it is alive. */
function workInPage(page: Page, script: string, request: Request): Promise<InBrowser> {
  return page.evaluate(
    async ({ code, asked }) => {
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const worker = new Worker(url);
      let last = performance.now();
      let stallMs = 0;
      const pulse = setInterval(() => {
        const now = performance.now();
        stallMs = Math.max(stallMs, now - last - 5);
        last = now;
      }, 5);
      const start = performance.now();
      const answer = await new Promise<string>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data));
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
        worker.postMessage(asked);
      });
      const ms = performance.now() - start;
      clearInterval(pulse);
      worker.terminate();
      URL.revokeObjectURL(url);
      return { answer, ms, stallMs };
    },
    { code: script, asked: request },
  );
}

/** Does each request in Chromium in a worker of its own with nothing calculated before. */
export async function workInBrowser(requests: readonly Request[]): Promise<InBrowser[]> {
  const script = await bundle();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const page = await browser.newPage();
    const made: InBrowser[] = [];
    for (const request of requests) made.push(await workInPage(page, script, request));
    return made;
  } finally {
    await browser.close();
  }
}
