import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { z } from 'zod';
import { launchBrowser } from './support/browser.ts';
import { joinRoom } from './support/delegate.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** One recording through everything that can befall it, and the file that becomes of it. */
test.describe.configure({ mode: 'serial' });

const run = promisify(execFile);
let server: RunningServer;
let browser: Browser;
let folder: string;
let meetingUrl: string;
let secretary: Seat;
let delegate: Seat;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-truong-recording-'));
  server = await startServer();
  browser = await launchBrowser();
  secretary = await seatSecretary(browser, server.url);
  meetingUrl = secretary.page.url();
  delegate = await takeSeat(browser, server.url, accounts.firstDelegate);
});

test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until a take of the only recording holds so many bytes of picture. */
async function written(take: number, bytes: number): Promise<void> {
  const recordings = join(server.dataDir, 'recordings');
  await expect
    .poll(
      async () => {
        const [id = ''] = existsSync(recordings) ? await readdir(recordings) : [];
        const picture = join(recordings, id, 'parts', String(take), 'picture.mkv');
        return existsSync(picture) ? (await stat(picture)).size : 0;
      },
      { timeout: 120_000 },
    )
    .toBeGreaterThan(bytes);
}

async function confirmed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
}

const Packets = z.object({ packets: z.array(z.object({ pts_time: z.coerce.number() })) });

/** When each packet of a stream is due, in seconds, in the order in which they stand in the file. */
async function packetTimes(file: string, stream: string): Promise<number[]> {
  const ask = ['-select_streams', stream, '-show_entries', 'packet=pts_time', '-of', 'json'];
  const { stdout } = await run('ffprobe', ['-v', 'error', ...ask, file], { maxBuffer: 2 ** 26 });
  return Packets.parse(JSON.parse(stdout)).packets.map(({ pts_time }) => pts_time);
}

test('[F1] with nobody in the room the recording waits, and begins with the first who comes', async () => {
  await secretary.page.goto(`${meetingUrl}?tab=recordings`);
  await confirmed(secretary.page, 'Ghi hình');
  await expect(secretary.page.getByText('Chờ tiếng hoặc hình để ghi')).toBeVisible();
  await joinRoom(delegate.page, meetingUrl);
  await expect(delegate.page.getByText('Đang ghi hình').first()).toBeVisible();
  await written(1, 100_000);
});

test('[F2] it rests while nobody is there', async () => {
  await delegate.page.getByRole('button', { name: 'Rời phòng họp' }).click();
  await expect(secretary.page.getByText('Chờ tiếng hoặc hình để ghi')).toBeVisible();
  await joinRoom(delegate.page, meetingUrl);
  await written(2, 100_000);
});

test('[F3] it goes on by itself when the server was killed, and when it was stopped and started', async () => {
  await server.kill();
  await server.restart();
  await written(3, 100_000);
  await expect(delegate.page.getByText('Đang ghi hình').first()).toBeVisible();
  await server.shutDown();
  await server.restart();
  await written(4, 100_000);
  await expect(delegate.page.getByText('Đang ghi hình').first()).toBeVisible();
});

test('[F4] the file has one picture and one sound, and tells what is not in it', async () => {
  await delegate.page.getByRole('button', { name: 'Chia sẻ', exact: true }).click();
  await delegate.page.waitForTimeout(8000);
  await confirmed(secretary.page, 'Dừng ghi hình');
  await expect(secretary.page.getByText('Sẵn sàng')).toBeVisible({ timeout: 240_000 });
  await secretary.page.getByRole('button', { name: 'Ai nói lúc nào' }).click();
  await expect(secretary.page.getByText(/^\d+:\d\d: không ghi trong \d+:\d\d$/)).toHaveCount(3);
  const downloading = secretary.page.waitForEvent('download');
  await secretary.page.getByRole('link', { name: 'Tải về' }).click();
  const file = join(folder, 'recording.webm');
  await (await downloading).saveAs(file);
  const probe = ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', file];
  const { stdout } = await run('ffprobe', probe);
  expect(stdout.trim().split('\n').toSorted()).toEqual(['opus', 'vp8']);
  // Each picture at its own time: the null format would else count them by a rate of its own.
  const asTheyAre = ['-fps_mode', 'passthrough', '-enc_time_base', '-1', '-f', 'null', '-'];
  const { stderr } = await run('ffmpeg', ['-v', 'error', '-i', file, ...asTheyAre]);
  expect(stderr).toBe('');
  for (const stream of ['v:0', 'a:0']) {
    const times = await packetTimes(file, stream);
    expect(times.length).toBeGreaterThan(20);
    expect(times.filter((time, at) => at > 0 && time <= (times[at - 1] ?? 0))).toEqual([]);
  }
  expect([...secretary.errors, ...delegate.errors]).toEqual([]);
});

test('[F5] the file plays in the browser from beginning to end, in one size, and leaps anywhere', async () => {
  const html = join(folder, 'player.html');
  await writeFile(html, '<video src="recording.webm" muted preload="auto"></video>');
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href);
  const shown = await page.evaluate(async () => {
    const video = document.querySelector('video');
    if (video === null) throw new Error('no player');
    const event = (name: string) =>
      new Promise<void>((resolve, reject) => {
        video.addEventListener(name, () => resolve(), { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)));
      });
    if (video.readyState < 2) await event('loadeddata');
    const sizes = new Set<string>();
    const look = () => sizes.add(`${video.videoWidth}x${video.videoHeight}`);
    video.addEventListener('resize', look);
    for (const share of [0.9, 0.1, 0.5, 0.75, 0.25, 0.99, 0]) {
      const seeked = event('seeked');
      video.currentTime = share * video.duration;
      await seeked;
      look();
    }
    const ended = event('ended');
    video.playbackRate = 4;
    await video.play();
    await ended;
    const { duration, currentTime, error } = video;
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    return { sizes: [...sizes], duration, currentTime, totalVideoFrames, failed: error !== null };
  });
  expect(shown.failed).toBe(false);
  expect(shown.sizes).toHaveLength(1);
  expect(shown.sizes[0]).toMatch(/^\d{3,}x\d{3,}$/);
  expect(shown.currentTime).toBeCloseTo(shown.duration, 0);
  expect(shown.totalVideoFrames).toBeGreaterThan(20);
  await page.close();
});
