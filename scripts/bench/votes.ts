import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../setup/paths.mjs';
import { type AfterKill, killWhileCasting } from './support/kills.ts';
import { readOptions } from './support/options.ts';
import { median, percentile, printReport, round } from './support/report.ts';
import { type Assembly, type Entered, copyOf, enter, gather, votersOf } from './support/voters.ts';

const options = readOptions('votes', {
  n: { default: 500, min: 1, means: 'voters, who all vote at the same moment' },
  rounds: { default: 3, min: 1, means: 'polls with group commit, and as many without, in turn' },
  kills: { default: 3, min: 0, means: 'how often the voting process is killed' },
});

interface Round {
  ackedPerSecond: number;
  /** ms from the request to the acknowledgement, for each voter. */
  acks: number[];
}

/** One poll in which everyone votes at once. */
async function vote(assembly: Assembly, { cast, openPoll, closePoll }: Entered): Promise<Round> {
  const pollId = await openPoll();
  const voters = votersOf(assembly);
  const start = performance.now();
  const acks = await Promise.all(
    voters.map(async (voter) => {
      const asked = performance.now();
      await cast(pollId, voter);
      return performance.now() - asked;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await closePoll(pollId);
  return { ackedPerSecond: voters.length / seconds, acks };
}

/** With group commit and without, by turns, so that a slow moment of the machine meets both. */
async function compareCommits(grouped: Assembly, single: Assembly, rounds: number) {
  const halls = { with: enter(grouped), without: enter(single, { groupCommit: false }) };
  const measured = { with: [] as Round[], without: [] as Round[] };
  for (let turn = 0; turn <= rounds; turn += 1) {
    const withGroups = await vote(grouped, halls.with);
    const without = await vote(single, halls.without);
    // The first of each warms up.
    if (turn === 0) continue;
    measured.with.push(withGroups);
    measured.without.push(without);
  }
  await halls.with.close();
  await halls.without.close();
  return measured;
}

/** Each kill at another part of the poll. */
async function killTimes(assembly: Assembly, kills: number): Promise<AfterKill[]> {
  const results: AfterKill[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const after = Math.ceil((options.n * kill) / (kills + 1));
    results.push(await killWhileCasting(assembly, after));
  }
  return results;
}

function speedOf(rounds: readonly Round[]): number {
  return round(median(rounds.map(({ ackedPerSecond }) => ackedPerSecond)));
}

async function run() {
  const assembly = await gather(options.n);
  const copy = await copyOf(assembly);
  const rounds = await compareCommits(assembly, copy, options.rounds);
  const kills = await killTimes(assembly, options.kills);
  const ack = (part: number) =>
    round(median(rounds.with.map(({ acks }) => percentile(acks, part))), 1);
  const sum = (name: keyof AfterKill) => kills.reduce((total, kill) => total + kill[name], 0);
  return {
    voters: options.n,
    rounds: options.rounds,
    acked_per_s: speedOf(rounds.with),
    ack_ms_p50: ack(0.5),
    ack_ms_p95: ack(0.95),
    without_group_commit: { acked_per_s: speedOf(rounds.without) },
    kills: kills.length,
    acked_before_kills: sum('acked'),
    lost: sum('lost'),
    doubled: sum('doubled'),
  };
}

// On the disk of the cache: a folder for temporary files may be in memory, where fsync costs nothing.
await mkdir(cacheDir(), { recursive: true });
const folder = await mkdtemp(join(cacheDir(), 'bench-votes-'));
process.env.TMPDIR = folder;
try {
  const figures = await run();
  const polls = `median of ${figures.rounds} polls of ${figures.voters} voters at once`;
  const ballots = `${figures.acked_before_kills} acknowledged before ${figures.kills} kills`;
  printReport(
    'Votes: acknowledged only when on disk',
    [
      ['acknowledged per second', `${figures.acked_per_s}`, polls],
      ['… without group commit', `${figures.without_group_commit.acked_per_s}`, polls],
      ['request to acknowledgement, p50', `${figures.ack_ms_p50} ms`, polls],
      ['request to acknowledgement, p95', `${figures.ack_ms_p95} ms`, polls],
      ['ballots lost', `${figures.lost}`, ballots],
      ['ballots doubled', `${figures.doubled}`, ballots],
    ],
    { json: options.json, figures },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
