import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from '../setup/paths.mjs';
import { type CoreTime, coreTime, coresBetween } from './support/crowd/cores.ts';
import { type Players, inParts, startPlayers } from './support/crowd/children.ts';
import type { Joined, JoiningOrder, Outcome } from './support/crowd/joining-child.ts';
import { type CrowdedMeeting, gatherCrowd } from './support/crowd/meeting.ts';
import { type CrowdedServer, serveCrowd } from './support/crowd/server.ts';
import { readOptions } from './support/options.ts';
import { type Line, percentile, printReport, round } from './support/report.ts';

const options = readOptions('join', {
  n: { default: 300, min: 60, means: 'participants of the larger meeting; the other has a third' },
  senders: { default: 10, min: 1, means: 'of them who send a camera; one speaks' },
  pictures: { default: 1, min: 1, means: 'cameras that each of the others receives' },
  seconds: { default: 10, min: 1, means: 'within which they come' },
  stay: { default: 5, min: 1, means: 'seconds that all stay when the last has come' },
});

/** Small: the participants share the machine with the server. */
const picture = { width: 160, height: 90, framesPerSecond: 2, bitsPerSecond: 50_000 };
/** Who send have a process of their own: their clocks must not wait for those who join. */
const perProcess = 75;
/** A picture that stands still for longer has stalled; milliseconds. */
const stall = 2000;

type Participant = JoiningOrder['participants'][number];

/** The senders first, so that there is something to receive; the others evenly over the time. */
function participantsOf({ cookies }: CrowdedMeeting): Record<'senders' | 'others', Participant[]> {
  const senders = cookies.slice(0, options.senders);
  const others = cookies.slice(options.senders);
  const pause = (options.seconds * 1000) / others.length;
  return {
    senders: senders.map((cookie, at) => ({ cookie, at: 0, sends: true, speaks: at === 0 })),
    others: others.map((cookie, at) => ({ cookie, at: at * pause, sends: false, speaks: false })),
  };
}

/** Everyone joins and stays a while. @returns how it went for each, and who used the cores meanwhile */
async function letJoin(meeting: CrowdedMeeting, server: CrowdedServer) {
  const { senders, others } = participantsOf(meeting);
  const { pictures } = options;
  const order = { url: server.url, meetingId: meeting.meetingId, pictures, picture };
  const groups = [senders, ...inParts(others, perProcess)];
  const players: Players[] = groups.map(() => startPlayers('./joining-child.ts'));
  const enter = (part: number) =>
    players[part]?.ask({ ...order, participants: groups[part] ?? [] } satisfies JoiningOrder);
  try {
    // Each answers once its program is loaded, so that this does not count.
    await Promise.all(players.map((one) => one.ask('how was it')));
    await enter(0);
    const began = coreTime(server, players);
    await Promise.all(groups.slice(1).map((_group, at) => enter(at + 1)));
    const joined = coreTime(server, players);
    await sleep(options.stay * 1000);
    const ended = coreTime(server, players);
    const told = await Promise.all(players.map((one) => one.ask<Outcome[]>('how was it')));
    return { outcomes: told.flat(), cpu: { began, joined, ended } };
  } finally {
    await Promise.all(players.map((one) => one.end()));
  }
}

async function measure(n: number) {
  const meeting = await gatherCrowd(n);
  const server = await serveCrowd(meeting.dataDir);
  try {
    const { outcomes, cpu } = await letJoin(meeting, server);
    return { n, ...figuresOf(outcomes), ...cpuOf(cpu, n - options.senders) };
  } finally {
    await server.stop();
    await meeting.remove();
  }
}

function figuresOf(outcomes: readonly Outcome[]) {
  const failures = outcomes.flatMap((outcome) => ('failed' in outcome ? [outcome.failed] : []));
  for (const failure of new Set(failures)) console.error(`a participant failed: ${failure}`);
  const joined = outcomes.filter((outcome): outcome is Joined => !('failed' in outcome));
  const times = (name: 'joinToPacket' | 'lineToPacket', part: number) =>
    round(
      percentile(
        joined.map((one) => one[name] ?? -1).filter((ms) => ms >= 0),
        part,
      ),
    );
  const mean = (of: (one: Joined) => number) =>
    round(joined.reduce((sum, one) => sum + of(one), 0) / joined.length, 1);
  const names = [...new Set(joined.flatMap(({ heard }) => Object.keys(heard.byName)))];
  return {
    join_ms_p50: times('joinToPacket', 0.5),
    join_ms_p95: times('joinToPacket', 0.95),
    to_first_packet_ms_p50: times('lineToPacket', 0.5),
    to_first_packet_ms_p95: times('lineToPacket', 0.95),
    messages_per_join: mean(({ heard }) => heard.messages),
    bytes_per_join: round(mean(({ heard }) => heard.bytes)),
    http_bytes_per_join: round(mean(({ httpBytes }) => httpBytes)),
    messages_by_name: Object.fromEntries(
      names.map((name) => [name, mean(({ heard }) => heard.byName[name] ?? 0)]),
    ),
    stalls: joined.filter(({ longestStill }) => longestStill > stall).length,
    failed: failures.length,
  };
}

function cpuOf(
  { began, joined, ended }: Record<'began' | 'joined' | 'ended', CoreTime>,
  joins: number,
) {
  const each = (of: 'server' | 'workers' | 'participants') =>
    round((joined[of] - began[of]) / joins, 1);
  return {
    seconds: round((joined.at - began.at) / 1000, 1),
    server_ms_per_join: each('server'),
    workers_ms_per_join: each('workers'),
    participants_ms_per_join: each('participants'),
    cores: coresBetween(began, joined),
    cores_after: coresBetween(joined, ended),
  };
}

type Figures = Awaited<ReturnType<typeof measure>>;

const coresIn = ({ server, workers, participants, others }: Figures['cores']) =>
  `server ${server}, workers ${workers}, participants ${participants}, others ${others}`;

function linesOf(figures: Figures): Line[] {
  const who = `${figures.n} participants`;
  const each = `mean of ${figures.n - figures.failed} participants`;
  const ms = (name: string, part: 'p50' | 'p95', value: number): Line => [
    `${name}, ${part}`,
    `${value} ms`,
    who,
  ];
  return [
    ms('join to first packet of media', 'p50', figures.join_ms_p50),
    ms('join to first packet of media', 'p95', figures.join_ms_p95),
    ms('opening the line to first packet', 'p50', figures.to_first_packet_ms_p50),
    ms('opening the line to first packet', 'p95', figures.to_first_packet_ms_p95),
    ['messages to each', `${figures.messages_per_join}`, each],
    ['bytes to each', `${figures.bytes_per_join}`, each],
    ['bytes of HTTP to each', `${figures.http_bytes_per_join}`, each],
    ['server, processor time of a join', `${figures.server_ms_per_join} ms`, who],
    ['media workers, the same', `${figures.workers_ms_per_join} ms`, who],
    ['the participant itself', `${figures.participants_ms_per_join} ms`, who],
    ['cores in use while they come', coresIn(figures.cores), `${figures.seconds} s`],
    ['cores in use when all are there', coresIn(figures.cores_after), `${options.stay} s`],
    ['stalled', `${figures.stalls}`, who],
    ['failed', `${figures.failed}`, who],
  ];
}

await mkdir(cacheDir(), { recursive: true });
const folder = await mkdtemp(join(cacheDir(), 'bench-join-'));
process.env.TMPDIR = folder;
try {
  const runs = [await measure(Math.ceil(options.n / 3)), await measure(options.n)];
  const figures = { ...runs.at(-1), senders: options.senders, pictures: options.pictures, picture };
  const { width, height, framesPerSecond } = picture;
  const media = `${options.pictures} of ${options.senders} cameras of ${width} × ${height} with ${framesPerSecond} pictures a second, and a voice, to each`;
  printReport(
    `Join: a hall that comes in within ${options.seconds} s; ${media}`,
    runs.flatMap(linesOf),
    {
      json: options.json,
      figures: { ...figures, runs },
    },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
