import { launchBrowser } from '../../e2e/support/browser.ts';
import { type RunningServer, startServer } from '../../e2e/support/server.ts';
import { firstLoad } from './support/first-load.ts';
import { timeJoins } from './support/join.ts';
import { readOptions } from './support/options.ts';
import { median, printReport, round } from './support/report.ts';
import { type Start, timeStart } from './support/warm-start.ts';

const options = readOptions('smoke', {
  n: { default: 3, min: 1, means: 'how often the server is started and the room is joined' },
});

/** Leaves the server running. */
async function timeStarts(server: RunningServer): Promise<Start[]> {
  await server.kill();
  // What the kill left behind is put in order by a start that does not count.
  await timeStart(server);
  const starts: Start[] = [];
  for (let time = 0; time < options.n; time += 1) starts.push(await timeStart(server));
  await server.restart();
  return starts;
}

async function run() {
  const server = await startServer();
  try {
    const starts = await timeStarts(server);
    const browser = await launchBrowser();
    try {
      const { requests, gzipBytes, homeScriptBytes } = await firstLoad(browser, server.url);
      const joins = await timeJoins(browser, server.url, options.n);
      return {
        n: options.n,
        start_warm_s: round(median(starts.map(({ ready }) => ready)), 2),
        start_warm_with_faces_s: round(median(starts.map(({ faces }) => faces)), 2),
        first_load_gzip_kb: round(gzipBytes / 1000, 1),
        first_load_requests: requests,
        home_script_gzip_kb: round(homeScriptBytes / 1000, 1),
        join_to_frame_ms: round(median(joins)),
        chromium: browser.version(),
      };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

const figures = await run();
const times = `median of ${figures.n}`;
const browser = `Chromium ${figures.chromium}`;
printReport(
  'Smoke: the built product',
  [
    ['start on data that is there', `${figures.start_warm_s} s`, times],
    ['… with recognition of faces', `${figures.start_warm_with_faces_s} s`, times],
    [
      'first load of the sign-in page, gzip',
      `${figures.first_load_gzip_kb} kB`,
      `${figures.first_load_requests} files, ${browser}`,
    ],
    ['scripts until the home page, gzip', `${figures.home_script_gzip_kb} kB`, browser],
    [
      'click on join to first remote frame',
      `${figures.join_to_frame_ms} ms`,
      `${times}, ${browser}`,
    ],
  ],
  { json: options.json, figures },
);
