import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkInOnline } from '../../models/contracts/attendance.ts';
import { setFloorRules } from '../../models/contracts/floor.ts';
import { getMeeting, setCurrentAgendaItem } from '../../models/contracts/meetings.ts';
import { cacheDir } from '../setup/paths.mjs';
import { type Players, inParts, startPlayers } from './support/crowd/children.ts';
import type { Arrived, FollowingOrder } from './support/crowd/following-child.ts';
import { openLine } from './support/crowd/line.ts';
import { type CrowdedMeeting, gatherCrowd } from './support/crowd/meeting.ts';
import { serveCrowd } from './support/crowd/server.ts';
import { readOptions } from './support/options.ts';
import { type Line, median, percentile, printReport, round } from './support/report.ts';

const options = readOptions('fanout', {
  n: {
    default: 1000,
    min: 50,
    means: 'sockets, each of another participant, that follow one meeting',
  },
  rounds: { default: 7, min: 1, means: 'changes of each kind' },
});

const perProcess = 500;
/** Milliseconds after which a single change of the roll is no longer followed by a pause. */
const quiet = 400;
/** Milliseconds after which everyone has heard; what is gathered for a moment counts as well. */
const patience = 10_000;
const now = () => performance.timeOrigin + performance.now();

/** Makes one change. */
type Change = (turn: number) => Promise<unknown>;

interface Heard {
  /** From the moment before the request, milliseconds. */
  delays: number[];
  bytesPerSocket: number;
}

/**
 * One kind of change each: the item of the agenda over HTTP, the floor and a line of the roll over the socket. The roll changes
 * once after a quiet moment, and then one line after the other, as when a hall comes in.
 */
async function changesIn(
  url: string,
  { meetingId, cookies }: CrowdedMeeting,
): Promise<Record<'agenda' | 'floor' | 'roll' | 'roll_in_a_row', Change>> {
  const [chair = '', ...members] = cookies;
  const address = (path: string) => new URL(path.replace(':meetingId', meetingId), url);
  const headers = { cookie: chair, origin: url, 'content-type': 'application/json' };
  const answer = await fetch(address(getMeeting.path), { headers });
  const { agenda } = getMeeting.response.parse(await answer.json());
  const lines = await Promise.all(
    [chair, ...members.slice(0, 2 * (options.rounds + 1))].map((cookie) => openLine(url, cookie)),
  );
  const checkIn = async (at: number) => lines[at + 1]?.act(checkInOnline, { meetingId });
  return {
    async agenda(turn) {
      const body = JSON.stringify({ agendaItemId: agenda[turn % agenda.length]?.id ?? null });
      const init = { method: setCurrentAgendaItem.method, headers, body };
      const { status } = await fetch(address(setCurrentAgendaItem.path), init);
      if (status !== 200) throw new Error(`moving the agenda was answered with ${status}`);
    },
    floor: async (turn) =>
      lines[0]?.act(setFloorRules, {
        meetingId,
        mode: turn % 2 === 0 ? 'chaired' : 'open',
        defaultSeconds: 180,
      }),
    roll: checkIn,
    roll_in_a_row: (turn) => checkIn(options.rounds + 1 + turn),
  };
}

async function hear(followers: readonly Players[], change: Change, turn: number): Promise<Heard> {
  const asked = now();
  await change(turn);
  const arrived: Arrived[] = [];
  const count = () => arrived.reduce((sum, { at }) => sum + at.length, 0);
  while (count() < options.n) {
    if (now() > asked + patience) throw new Error(`only ${count()} heard of a change`);
    await sleep(100);
    arrived.push(...(await Promise.all(followers.map((one) => one.ask<Arrived>('what came')))));
  }
  const bytes = arrived.reduce((sum, one) => sum + one.bytes, 0);
  return {
    delays: arrived.flatMap(({ at }) => at.map((heard) => heard - asked)),
    bytesPerSocket: bytes / options.n,
  };
}

/** @param rest milliseconds before each change */
async function hearAll(followers: readonly Players[], change: Change, rest = 0): Promise<Heard[]> {
  const heard: Heard[] = [];
  // The first warms up.
  for (let turn = 0; turn <= options.rounds; turn += 1) {
    await sleep(rest);
    heard.push(await hear(followers, change, turn));
  }
  return heard.slice(1);
}

function figuresOf(heard: readonly Heard[]) {
  const delay = (part: number) =>
    round(median(heard.map(({ delays }) => percentile(delays, part))), 1);
  return {
    delivery_ms_p50: delay(0.5),
    delivery_ms_p95: delay(0.95),
    delivery_ms_max: delay(1),
    bytes_per_change: round(median(heard.map(({ bytesPerSocket }) => bytesPerSocket))),
  };
}

async function run() {
  const meeting = await gatherCrowd(options.n);
  const server = await serveCrowd(meeting.dataDir);
  const groups = inParts(meeting.cookies, perProcess);
  const followers = groups.map(() => startPlayers('./following-child.ts'));
  try {
    const order = { url: server.url, meetingId: meeting.meetingId };
    const enter = (one: Players, at: number) =>
      one.ask({ ...order, cookies: groups[at] ?? [] } satisfies FollowingOrder);
    await Promise.all(followers.map(enter));
    await Promise.all(followers.map((one) => one.ask('what came')));
    const changes = await changesIn(server.url, meeting);
    const before = server.cpu().node;
    const heard = {
      agenda: await hearAll(followers, changes.agenda),
      floor: await hearAll(followers, changes.floor),
      roll: await hearAll(followers, changes.roll, quiet),
      roll_in_a_row: await hearAll(followers, changes.roll_in_a_row),
    };
    const made = 4 * (options.rounds + 1);
    return {
      sockets: options.n,
      rounds: options.rounds,
      ...figuresOf([...heard.agenda, ...heard.floor, ...heard.roll]),
      server_ms_per_change: round((server.cpu().node - before) / made, 1),
      agenda: figuresOf(heard.agenda),
      floor: figuresOf(heard.floor),
      roll: figuresOf(heard.roll),
      roll_in_a_row: figuresOf(heard.roll_in_a_row),
    };
  } finally {
    await Promise.all(followers.map((one) => one.end()));
    await server.stop();
    await meeting.remove();
  }
}

await mkdir(cacheDir(), { recursive: true });
const folder = await mkdtemp(join(cacheDir(), 'bench-fanout-'));
process.env.TMPDIR = folder;
try {
  const figures = await run();
  const kinds = ['agenda', 'floor', 'roll', 'roll_in_a_row'] as const;
  const sample = `median of ${figures.rounds} changes`;
  const all = `median of ${figures.rounds * 3} changes`;
  const lines = kinds.map((kind): Line => {
    const { delivery_ms_p50: p50, delivery_ms_p95: p95, bytes_per_change: bytes } = figures[kind];
    return [`… ${kind}: p50, p95, bytes`, `${p50} ms, ${p95} ms, ${bytes}`, sample];
  });
  printReport(
    `Fan-out: one change of a meeting, told to ${figures.sockets} sockets`,
    [
      ['request to each socket, p50', `${figures.delivery_ms_p50} ms`, all],
      ['request to each socket, p95', `${figures.delivery_ms_p95} ms`, all],
      ['bytes to each socket', `${figures.bytes_per_change}`, all],
      ['server, processor time of a change', `${figures.server_ms_per_change} ms`, all],
      ...lines,
    ],
    { json: options.json, figures },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
