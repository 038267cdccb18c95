import type { Browser, Page } from '@playwright/test';
import { accounts, takeSeat } from '../../../e2e/support/people.ts';
import { watchConnections } from '../../../e2e/support/rtc.ts';
import { openMeetingPage } from '../../../e2e/support/secretary.ts';

declare global {
  interface Window {
    joinToFrame?: number;
  }
}

const joinLabel = 'Vào họp';

/**
 * One delegate is in the room with a camera; another joins again and again.
 * @returns ms from the click to the first decoded remote frame, one for each time
 */
export async function timeJoins(browser: Browser, url: string, times: number): Promise<number[]> {
  const secretary = await takeSeat(browser, url, accounts.secretary);
  await openMeetingPage(secretary.page, url);
  const room = `${secretary.page.url()}/room`;
  await secretary.page.context().close();
  const first = await takeSeat(browser, url, accounts.firstDelegate);
  await enter(first.page, room);
  const second = await takeSeat(browser, url, accounts.secondDelegate);
  await watch(second.page);
  const measured: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    await enter(second.page, room);
    await second.page.waitForFunction(() => window.joinToFrame !== undefined);
    const joinToFrame = await second.page.evaluate(() => window.joinToFrame);
    // The first fills caches, and the camera of the first delegate may just be starting.
    if (time > 0 && joinToFrame !== undefined) measured.push(joinToFrame);
    await second.page.getByRole('button', { name: 'Rời phòng họp' }).click();
    await second.page.getByRole('button', { name: joinLabel }).waitFor();
  }
  for (const { page } of [first, second]) await page.context().close();
  return measured;
}

async function enter(page: Page, room: string): Promise<void> {
  await page.goto(room);
  await page.getByRole('button', { name: joinLabel }).click();
  await page.getByRole('button', { name: 'Rời phòng họp' }).waitFor();
}

/** Lets the page itself take the time, so that the way to this process does not count. Call before it is loaded. */
async function watch(page: Page): Promise<void> {
  // What runs these files names functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await watchConnections(page);
  await page.addInitScript((label) => {
    const onPress = async ({ target, timeStamp }: Event) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button?.textContent.includes(label)) return;
      for (let seen = false; !seen; await new Promise((resolve) => setTimeout(resolve, 10))) {
        const connections = window.watchedConnections ?? [];
        const reports = await Promise.all(connections.map((one) => one.getStats()));
        seen = reports
          .flatMap((report) => [...report.values()])
          .some(({ type, mid, framesDecoded }) => {
            return type === 'inbound-rtp' && mid !== 'probator' && framesDecoded > 0;
          });
        window.joinToFrame = seen ? performance.now() - timeStamp : undefined;
      }
    };
    document.addEventListener('pointerup', (event) => void onPress(event), { capture: true });
  }, joinLabel);
}
