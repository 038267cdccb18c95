import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import sharp from 'sharp';

/** A phone, a small laptop and a wall, in the light and in the dark. */
const sizes = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1366, height: 768 },
  wall: { width: 3840, height: 2160 },
} as const;
const themes = ['light', 'dark'] as const;
/** Where pictures for the documentation go; without it they are only looked at by the checks. */
const gallery = process.env.SCREENSHOTS_DIR;

/** Checks a screen with axe, for sideways scrolling and, where asked, keeps pictures of it. */
export async function look(page: Page, name: string) {
  for (const theme of themes) {
    await page.evaluate((value) => localStorage.setItem('nghi-truong.theme', value), theme);
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    for (const [size, viewport] of Object.entries(sizes)) {
      // Nothing is wider in the dark, and four thousand pixels are slow to paint.
      if (size === 'wall' && theme === 'dark') continue;
      await page.setViewportSize(viewport);
      await settle(page);
      await keep(page, `${name}-${size}-${theme}`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${name} scrolls sideways on a ${size}`).toBeLessThanOrEqual(0);
      if (size !== 'wall') await expectAccessible(page, `${name} on a ${size}, ${theme}`);
    }
  }
  await page.setViewportSize(sizes.laptop);
}

/** Two frames, so that what depends on the size has been laid out, and no colour on its way to another. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`,
  );
  expect(found, where).toEqual([]);
}

async function keep(page: Page, name: string) {
  if (gallery === undefined) return;
  await mkdir(gallery, { recursive: true });
  const picture = sharp(await page.screenshot()).resize({ width: 1920, withoutEnlargement: true });
  await writeFile(join(gallery, `${name}.webp`), await picture.webp({ quality: 82 }).toBuffer());
}
