import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { appendEvent, readArchive, startArchive } from '../models/belenios/archive/events.ts';
import { powersFor } from '../models/belenios/archive/ballots.ts';
import { trackerOf } from '../models/belenios/ballot.ts';
import { archiveOf, holdElection } from '../models/belenios/testing/own-election.ts';
import { inPackage, root } from '../scripts/setup/paths.mjs';
import { launchBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import { type RunningServer, startServer } from './support/server.ts';

const voters = 5;
const execute = promisify(execFile);

let server: RunningServer;
let browser: Browser;
let page: Page;
let folder: string;
let record: Uint8Array;
/** Of the ballots, in the order of the record; the first voter's second ballot is the last. */
let trackers: string[];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'election-record-'));
  server = await startServer();
  browser = await launchBrowser();
  const run = [inPackage('tsx', 'dist', 'cli.mjs'), 'scripts/election/run.ts'];
  const sizes = [
    '--voters',
    String(voters),
    '--revotes',
    '1',
    '--threshold',
    '2/3',
    '--questions',
    '2',
  ];
  const { stdout } = await execute(
    process.execPath,
    [...run, ...sizes, '--out', folder, '--json'],
    {
      cwd: root,
    },
  );
  const { bel }: { bel: string } = JSON.parse(stdout);
  record = new Uint8Array(await readFile(bel));
  const { events } = readArchive(record);
  trackers = events
    .filter(({ type }) => type === 'Ballot')
    .map(({ data }) => trackerOf(data[0]?.text ?? ''));
});
test.beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/kiem-tra`);
});
test.afterEach(() => page.context().close());
test.afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function choose(bytes: Uint8Array, name = 'phieu.bel') {
  const file = join(folder, name);
  await writeFile(file, bytes);
  await page.getByLabel('Tệp bản ghi').setInputFiles(file);
}
const find = (tracker: string) => page.getByLabel('Mã theo dõi phiếu của tôi').fill(tracker);

/** The events of the record up to a kind, and one of them changed, in a chain made anew. */
function rebuilt(change: (type: string, data: string[]) => string[], until?: string): Uint8Array {
  let { bytes, head } = startArchive(1_800_000_000);
  const parts = [bytes];
  for (const { type, data } of readArchive(record).events) {
    if (type === until) break;
    const texts = data.map(({ text }) => text);
    ({ bytes, head } = appendEvent(head, type, change(type, texts)));
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Of an election that was held without a server. */
function manyBallots(count: number): Uint8Array {
  const question = { answers: ['Có', 'Không', 'Khác'], min: 1, max: 1, question: 'Đồng ý?' };
  const choices = [[1, 0, 0]];
  const votes = Array.from({ length: count }, (_, voter): [number, number[][]] => [voter, choices]);
  const plan = { questions: [question], voters: count, single: 1, votes };
  return archiveOf(holdElection(plan, { uses: powersFor(count) }).steps);
}

test('[E160] anyone verifies a secret poll in the browser and finds a ballot, without signing in', async () => {
  await choose(record);
  await expect(page.getByText('Bản ghi đúng từ đầu đến cuối')).toBeVisible();
  await expect(page.getByText(`${voters} phiếu được tính / ${voters} người`)).toBeVisible();
  await expect(page.getByText('2 trong 3 người là đủ')).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Kết quả: Người 1' }).getByRole('listitem'),
  ).toHaveCount(3);
  const last = trackers.at(-1) ?? '';
  await find(last.match(/.{1,4}/g)?.join(' ') ?? '');
  await expect(page.getByText('và phiếu được tính')).toBeVisible();
  await look(page, 'election-record');
  const replaced = page.getByText('nhưng đã được thay bằng phiếu sau');
  for (const tracker of trackers) {
    await find(tracker);
    await expect(replaced.or(page.getByText('và phiếu được tính'))).toBeVisible();
    if (await replaced.isVisible()) break;
  }
  await expect(replaced).toBeVisible();
  await find('A'.repeat(43));
  await expect(page.getByText('Không có phiếu này trong bản ghi')).toBeVisible();
  await look(page, 'election-record-missing');
  await find('không phải mã');
  await expect(page.getByText('Mã theo dõi phiếu chưa đúng')).toBeVisible();
});

test('[E161] a changed record is refused, and says where it is wrong', async () => {
  const changed = record.slice();
  const at = Buffer.from(changed).indexOf('"response":"') + 14;
  changed[at] = changed[at] === 0x35 ? 0x36 : 0x35;
  await choose(changed);
  await expect(page.getByText('Bản ghi sai: đừng tin kết quả của nó')).toBeVisible();
  await expect(page.getByText('tệp đã bị sửa')).toBeVisible();
  // By someone who makes all hashes anew: what is wrong is in the ballot itself.
  let ballots = 0;
  await choose(
    rebuilt((type, data) => {
      if (type !== 'Ballot' || (ballots += 1) !== 2) return data;
      const [json = ''] = data;
      const first = /(?<="individual_proofs":\[\[\{"challenge":")./;
      return [json.replace(first, (digit) => (digit === '1' ? '2' : '1'))];
    }),
  );
  await expect(page.getByText('Mục 2: nội dung phiếu đã bị sửa sau khi ký')).toBeVisible();
  await look(page, 'election-record-wrong');
});

test('[E162] what is no record is told to be none, and one that goes on is not called right', async () => {
  await choose(Buffer.from('hello'));
  await expect(page.getByText('Đây không phải bản ghi bỏ phiếu kín')).toBeVisible();
  await choose(rebuilt((_type, data) => data, 'EndBallots'));
  await expect(page.getByText('Bản ghi chưa kết thúc; phần đã có đều đúng')).toBeVisible();
  await expect(page.getByText('Chưa có kết quả trong bản ghi này.')).toBeVisible();
  await find(trackers[0] ?? '');
  await expect(page.getByText('Nếu đồng chí không bỏ lại')).toBeVisible();
  await look(page, 'election-record-unfinished');
});

test('[E163] it needs no server once the page is there', async () => {
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await choose(record);
  await expect(page.getByText('Bản ghi đúng từ đầu đến cuối')).toBeVisible();
});

test('[E164] hundreds of ballots are counted one by one, the page answers meanwhile, and it can be stopped', async () => {
  const bytes = manyBallots(120);
  await choose(bytes);
  await expect(page.getByText(/Phiếu [1-9]\d*\/120/)).toBeVisible();
  await find('A'.repeat(43));
  await page.getByRole('button', { name: 'Dừng kiểm tra' }).click();
  await expect(page.getByText('Đã dừng, chưa kiểm tra xong')).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra lại từ đầu' }).click();
  await expect(page.getByText(/Phiếu [1-9]\d*\/120/)).toBeVisible();
  await look(page, 'election-record-verifying');
  await expect(page.getByText('Bản ghi đúng từ đầu đến cuối')).toBeVisible({ timeout: 120_000 });
});
