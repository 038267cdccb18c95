import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../setup/paths.mjs';
import { type BallotHall, openBallotHall } from './support/ballot-hall.ts';
import { type Killed, damage, killWhileVoting } from './support/kills.ts';
import { readOptions } from './support/options.ts';
import { median, percentile, printReport, round } from './support/report.ts';

const options = readOptions('votes', {
  n: {
    default: 1000,
    min: 2,
    means: 'voters, each with a socket, who all vote at the same moment',
  },
  rounds: { default: 3, min: 1, means: 'polls with group commit, and as many without, in turn' },
  kills: { default: 20, min: 0, means: 'how often the server is killed in the middle of a vote' },
  killed: { default: 150, min: 2, means: 'voters of the votes in which it is killed' },
});

/** Milliseconds within which everyone votes when the server is killed: it falls between ballots, commits and answers. */
const spread = 1000;

interface Round {
  ackedPerSecond: number;
  /** Until the last acknowledgement, in seconds. */
  seconds: number;
  /** ms from the request to the acknowledgement, for each voter. */
  acks: number[];
}

/** One poll in which everyone votes at once, over their sockets. */
async function vote(hall: BallotHall): Promise<Round> {
  const pollId = await hall.openPoll('open');
  const acked = await hall.vote(pollId, hall.newVoters());
  await hall.closePoll(pollId);
  const acks = acked.flatMap((one) => (one === null ? [] : [one.ms]));
  if (acks.length !== acked.length) throw new Error('not every ballot was acknowledged');
  const seconds = Math.max(...acks) / 1000;
  return { ackedPerSecond: acks.length / seconds, seconds, acks };
}

/** With group commit and without, by turns, so that a slow moment of the machine meets both. */
async function compareCommits(rounds: number) {
  const halls = {
    with: await openBallotHall(options.n, true),
    without: await openBallotHall(options.n, false),
  };
  const measured = { with: [] as Round[], without: [] as Round[] };
  try {
    for (const hall of Object.values(halls)) await hall.connect();
    for (let turn = 0; turn <= rounds; turn += 1) {
      const withGroups = await vote(halls.with);
      const without = await vote(halls.without);
      // The first of each warms up.
      if (turn === 0) continue;
      measured.with.push(withGroups);
      measured.without.push(without);
    }
  } finally {
    for (const hall of Object.values(halls)) await hall.end();
  }
  return measured;
}

/** Open and secret polls by turns, each killed at another moment. */
async function killRounds() {
  const hall = await openBallotHall(options.killed, true);
  const kills: Killed[] = [];
  try {
    await hall.connect();
    await vote(hall);
    for (let kill = 0; kill < options.kills; kill += 1)
      kills.push(await killWhileVoting(hall, kill % 2 === 0 ? 'open' : 'secret', spread));
  } finally {
    await hall.end();
  }
  return damage(hall.meeting.dataDir, kills, options.killed);
}

const speedOf = (rounds: readonly Round[]): number =>
  round(median(rounds.map(({ ackedPerSecond }) => ackedPerSecond)));

async function run() {
  const rounds = await compareCommits(options.rounds);
  const { acked, lost, doubled } = await killRounds();
  const ack = (part: number) =>
    round(median(rounds.with.map(({ acks }) => percentile(acks, part))), 1);
  return {
    voters: options.n,
    rounds: options.rounds,
    acked_per_s: speedOf(rounds.with),
    all_acked_s: round(median(rounds.with.map(({ seconds }) => seconds)), 2),
    ack_ms_p50: ack(0.5),
    ack_ms_p95: ack(0.95),
    without_group_commit: { acked_per_s: speedOf(rounds.without) },
    kills: options.kills,
    acked_before_kills: acked,
    lost,
    doubled,
  };
}

// On the disk of the cache: a folder for temporary files may be in memory, where fsync costs nothing.
await mkdir(cacheDir(), { recursive: true });
const folder = await mkdtemp(join(cacheDir(), 'bench-votes-'));
process.env.TMPDIR = folder;
try {
  const figures = await run();
  const polls = `median of ${figures.rounds} polls of ${figures.voters} sockets at once`;
  const ballots = `${figures.acked_before_kills} acknowledged before ${figures.kills} kills`;
  printReport(
    'Votes: acknowledged only when on disk',
    [
      ['acknowledged per second', `${figures.acked_per_s}`, polls],
      ['all acknowledged after', `${figures.all_acked_s} s`, polls],
      ['… per second without group commit', `${figures.without_group_commit.acked_per_s}`, polls],
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
