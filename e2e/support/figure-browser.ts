import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { filmFigure, looks } from './figure.ts';

/** A browser whose camera films a drawn figure: no face is to be in the documentation. */
export async function launchFigure(name: keyof typeof looks): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-figure-'));
  const camera = join(folder, `${name}.mjpeg`);
  await filmFigure(looks[name], camera);
  const browser = await launchBrowser(camera);
  browser.on('disconnected', () => void rm(folder, { recursive: true, force: true }));
  return browser;
}
