import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  decodeBallot,
  encryptBallot,
  openElection,
  verifyBallot,
} from '../../models/belenios/ballot.ts';
import { powersFor } from '../../models/belenios/archive/ballots.ts';
import { readCredentials } from '../../models/belenios/credentials.ts';
import {
  type Plan,
  type PreparedElection,
  archiveOf,
  countOwn,
  prepareOwn,
} from '../../models/belenios/testing/own-election.ts';
import { encodeTally, tallyOf } from '../../models/belenios/tally.ts';
import { openssl } from '../../server/platform/power.ts';
import { inPackage } from '../setup/paths.mjs';
import { workInBrowser } from './support/ballots/browser.ts';
import { readOptions } from './support/options.ts';
import { median, printReport, round } from './support/report.ts';

const options = readOptions('ballots', {
  n: { default: 1000, min: 1, means: 'ballots of the election that is verified' },
  rounds: { default: 2, min: 1, means: 'verifications of it by each program, in turn' },
  single: { default: 9, min: 1, means: 'ballots made one by one, in Node and in the browser' },
});

const question = {
  answers: ['Tán thành', 'Không tán thành', 'Ý kiến khác'],
  min: 1,
  max: 1,
  question: 'Đồng ý?',
};
const choicesOf = (voter: number) => [question.answers.map((_, at) => (voter % 3 === at ? 1 : 0))];
const plan: Plan = { questions: [question], voters: options.n, single: 3, votes: [] };
const execute = promisify(execFile);

function requestsOf({ setup, credentials }: PreparedElection) {
  const [election = ''] = setup.data;
  return Array.from({ length: options.single }, (_, voter) => ({
    election,
    credential: credentials[voter % credentials.length] ?? '',
    choices: choicesOf(voter),
  }));
}

/** Each with an election that was just opened: what one voter waits for. */
function encryptInNode(prepared: PreparedElection): number[] {
  return requestsOf(prepared).map(({ election, credential, choices }) => {
    const start = performance.now();
    encryptBallot(openElection(election), credential, choices);
    return performance.now() - start;
  });
}

/** Ballots that one worker of a page checks together: of a thousand, four workers have more each. */
const CHECKED = 100;

/** Encrypts and checks in Chromium; null where there is none. */
async function browserFigures(prepared: PreparedElection, ballots: readonly string[]) {
  const some = ballots.slice(0, CHECKED);
  const [election = ''] = prepared.setup.data;
  const requests = [...requestsOf(prepared), { election, ballots: some }];
  const answers = await workInBrowser(requests).catch((error: unknown) => {
    console.error(`No browser: ${String(error).split('\n')[0]}`);
    return null;
  });
  const checked = answers?.pop();
  if (!answers || !checked)
    return { encrypt_ms_browser: null, page_stall_ms: null, verify_ms_browser: null };
  if (checked.answer !== '0') throw new Error('the browser finds ballots wrong that are right');
  const made = answers;
  for (const { answer } of made) {
    if (verifyBallot(prepared.context, answer)) throw new Error('a ballot of the browser is wrong');
  }
  return {
    encrypt_ms_browser: round(median(made.map(({ ms }) => ms)), 1),
    page_stall_ms: round(Math.max(...[...made, checked].map(({ stallMs }) => stallMs)), 1),
    verify_ms_browser: round(checked.ms / some.length, 1),
  };
}

function tally({ context, list }: PreparedElection, ballots: readonly string[]): number {
  const decoded = ballots.map((json) => decodeBallot(context, json));
  const voters = readCredentials(list, '');
  const start = performance.now();
  encodeTally(tallyOf(context, decoded, voters));
  return performance.now() - start;
}

/** What a command takes, in seconds. */
interface Taken {
  wall: number;
  /** Processor time of all its threads: hardly depends on what else the machine does. */
  cpu: number;
}

/** bash tells the processor time of a command; Node tells only its own. */
const TIMED = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1';

async function timed(command: string, args: string[], cwd?: string): Promise<Taken> {
  const start = performance.now();
  const { stderr } = await execute('bash', ['-c', TIMED, 'bash', command, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, LC_ALL: 'C' },
  });
  const wall = (performance.now() - start) / 1000;
  const cpu = stderr
    .trim()
    .split(' ')
    .reduce((sum, part) => sum + Number(part), 0);
  return { wall, cpu };
}

const speed = (all: readonly Taken[]) => round(options.n / median(all.map(({ wall }) => wall)), 1);
const work = (all: readonly Taken[]) =>
  round((1000 * median(all.map(({ cpu }) => cpu))) / options.n, 1);

/** Both programs as their users start them, by turns, each of them on the same archive. */
async function verify(folder: string, file: string) {
  const there = spawnSync('belenios-tool', ['--version']).error === undefined;
  const own = [inPackage('tsx', 'dist', 'cli.mjs'), join('scripts', 'election', 'verify.ts'), file];
  const times = { own: [] as Taken[], tool: [] as Taken[] };
  for (let turn = 0; turn < options.rounds; turn += 1) {
    times.own.push(await timed(process.execPath, own));
    if (there) times.tool.push(await timed('belenios-tool', ['election', 'verify'], folder));
  }
  return {
    verify_per_s: speed(times.own),
    belenios_verify_per_s: there ? speed(times.tool) : null,
    verify_cpu_ms: work(times.own),
    belenios_verify_cpu_ms: there ? work(times.tool) : null,
  };
}

async function run(folder: string) {
  const tables = { ...openssl, uses: powersFor(options.n) };
  const prepared = prepareOwn(plan, tables);
  const ballots = prepared.credentials.map((credential, voter) =>
    encryptBallot(prepared.context, credential, choicesOf(voter)),
  );
  const { steps } = countOwn(prepared, ballots, plan);
  const file = join(folder, `${prepared.context.election.uuid}.bel`);
  await writeFile(file, archiveOf(steps));
  return {
    ballots: options.n,
    rounds: options.rounds,
    ...(await browserFigures(prepared, ballots)),
    encrypt_ms_node: round(median(encryptInNode(prepared)), 1),
    tally_ms: round(tally(prepared, ballots), 1),
    ...(await verify(folder, file)),
  };
}

const shown = (value: number | null, unit: string) => (value === null ? '—' : `${value} ${unit}`);

const folder = await mkdtemp(join(tmpdir(), 'bench-ballots-'));
try {
  const figures = await run(folder);
  const one = `median of ${options.single} ballots of three answers, nothing calculated before`;
  const all = `archive of ${options.n} ballots, whole command, median of ${options.rounds}`;
  printReport(
    'Ballots: Belenios, group BELENIOS-2048',
    [
      ['encrypt in the browser', shown(figures.encrypt_ms_browser, 'ms'), one],
      ['… longest stall of the page', shown(figures.page_stall_ms, 'ms'), 'of all of these'],
      ['verify in the browser', shown(figures.verify_ms_browser, 'ms'), 'a ballot, in one worker'],
      ['encrypt in Node', shown(figures.encrypt_ms_node, 'ms'), one],
      ['tally', shown(figures.tally_ms, 'ms'), `${options.n} checked ballots`],
      ['verify', shown(figures.verify_per_s, 'ballots/s'), all],
      ['… belenios-tool', shown(figures.belenios_verify_per_s, 'ballots/s'), all],
      ['processor time to verify', shown(figures.verify_cpu_ms, 'ms'), 'a ballot, all threads'],
      ['… belenios-tool', shown(figures.belenios_verify_cpu_ms, 'ms'), 'a ballot'],
    ],
    { json: options.json, figures },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
