import { type Page, expect } from '@playwright/test';

/** What comes in of one kind, as a page saw it by looking again and again. */
interface Motion {
  /** How often more had come than at the look before. */
  moves: number;
  /** The longest time without, in milliseconds. */
  longestRest: number;
}

declare global {
  interface Window {
    motion?: Record<'video' | 'audio', Motion>;
  }
}

const motionOf = (page: Page, kind: 'video' | 'audio'): Promise<Motion> =>
  page.evaluate((wanted) => window.motion?.[wanted] ?? { moves: 0, longestRest: 0 }, kind);

/**
 * Looks several times in a second whether pictures and sound come in, over all connections of the page, also those that
 * it opens later. It goes on until the page is loaded anew, which it thereby betrays.
 */
export async function watchMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const motion = {
      video: { moves: 0, longestRest: 0 },
      audio: { moves: 0, longestRest: 0 },
    };
    window.motion = motion;
    const seen = new Map<string, number>();
    const movedAt = { video: performance.now(), audio: performance.now() };
    const look = async () => {
      const reports = await Promise.all(
        (window.watchedConnections ?? []).map((connection) => connection.getStats()),
      );
      const moved = { video: false, audio: false };
      for (const [at, report] of reports.entries())
        for (const entry of report.values()) {
          if (entry.type !== 'inbound-rtp' || entry.mid === 'probator') continue;
          const key = `${at} ${entry.id}`;
          const count = Number(entry.framesDecoded ?? entry.packetsReceived);
          if (count > (seen.get(key) ?? 0)) moved[entry.kind as 'video' | 'audio'] = true;
          seen.set(key, count);
        }
      const now = performance.now();
      for (const kind of ['video', 'audio'] as const) {
        if (moved[kind]) {
          motion[kind].moves += 1;
          movedAt[kind] = now;
        }
        motion[kind].longestRest = Math.max(motion[kind].longestRest, now - movedAt[kind]);
      }
    };
    setInterval(() => void look(), 150);
  });
}

/** Pictures, or sound, come in again and again from now on. */
export async function expectMotion(page: Page, kind: 'video' | 'audio'): Promise<void> {
  const { moves } = await motionOf(page, kind);
  await expect
    .poll(async () => (await motionOf(page, kind)).moves - moves, { timeout: 90_000 })
    .toBeGreaterThan(10);
}

/** The longest time without a new picture since `watchMotion` or the last call, in milliseconds. */
export async function longestStandstill(page: Page): Promise<number> {
  const { longestRest } = await motionOf(page, 'video');
  await page.evaluate(() => {
    if (window.motion) window.motion.video.longestRest = 0;
  });
  return longestRest;
}

/** The page has not been loaded anew since `watchMotion`. */
export async function expectNeverReloaded(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.motion !== undefined)).toBe(true);
}
