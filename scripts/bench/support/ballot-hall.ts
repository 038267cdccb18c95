import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type Route, fillPath } from '../../../models/contracts/route.ts';
import { createPoll } from '../../../models/contracts/voting.ts';
import { closePoll, openPoll } from '../../../models/contracts/voting-acts.ts';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { motionDraft } from '../../../server/testing/voting-hall.ts';
import { type Players, inParts, startPlayers } from './crowd/children.ts';
import { type CrowdedMeeting, gatherCrowd } from './crowd/meeting.ts';
import type { Acked, Voter, VotingOrder } from './crowd/voting-child.ts';

/** Sockets that one process of voters holds. */
const perProcess = 500;

/** A server in a process of its own, and voters in others. */
export interface BallotHall {
  meeting: CrowdedMeeting;
  /** Opens a poll as the chair. */
  openPoll(secrecy: 'open' | 'secret'): Promise<Id>;
  closePoll(pollId: Id): Promise<void>;
  newVoters(): Voter[];
  connect(): Promise<void>;
  /** All vote within so many milliseconds; without it at the same moment. */
  vote(pollId: Id, voters: readonly Voter[], spread?: number): Promise<Acked>;
  /** SIGKILL. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function openBallotHall(people: number, groupCommit: boolean): Promise<BallotHall> {
  const meeting = await gatherCrowd(people, true);
  const parts = inParts(meeting.cookies, perProcess);
  const players = parts.map(() => startPlayers('./voting-child.ts'));
  const { meetingId, dataDir, cookies } = meeting;
  let server = await serve(dataDir, groupCommit);
  const call = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    pollId: Id,
    body: object | null,
  ) => callAs(cookies[0] ?? '', server.url, route, { meetingId, pollId }, body);
  const all = <Told>(orders: VotingOrder[]) =>
    Promise.all(players.map((one, at) => one.ask<Told>(orders[at] ?? { what: 'leave' })));
  return {
    meeting,
    async openPoll(secrecy) {
      const { id, revision } = await call(createPoll, '', pollDraft(secrecy));
      await call(openPoll, id, { revision, seconds: null });
      return id;
    },
    closePoll: async (pollId) => void (await call(closePoll, pollId, null)),
    newVoters: () => cookies.map((cookie) => ({ cookie, requestId: newId() })),
    async connect() {
      const { url } = server;
      await all(parts.map((part) => ({ what: 'connect', url, meetingId, voters: nameless(part) })));
    },
    async vote(pollId, voters, spread = 0) {
      const byCookie = new Map(voters.map((voter) => [voter.cookie, voter]));
      const told = await all<Acked>(
        parts.map((part) => ({
          what: 'vote',
          pollId,
          spread,
          marks: { kind: 'motion', choice: 'for' },
          voters: part.flatMap((cookie) => byCookie.get(cookie) ?? []),
        })),
      );
      return inOrder(parts, told, cookies);
    },
    async kill() {
      server.child.kill('SIGKILL');
      await server.ended;
    },
    async restart() {
      await all(parts.map(() => ({ what: 'leave' })));
      server = await serve(dataDir, groupCommit);
    },
    async end() {
      await endAll(players);
      server.child.kill('SIGKILL');
      await server.ended;
    },
  };
}

/** Who only connects. */
const nameless = (cookies: readonly string[]): Voter[] =>
  cookies.map((cookie) => ({ cookie, requestId: '' }));

const endAll = (players: readonly Players[]) => Promise.all(players.map((one) => one.end()));

/** A tie cannot go by the chair where nobody knows how the chair voted. */
const pollDraft = (secrecy: 'open' | 'secret') =>
  motionDraft({
    secrecy,
    ownRules: {
      ruleSet: { ...peoplesCommitteeRules, tie: 'not_carried' },
      reason: 'Đo',
    },
  });

function inOrder(parts: readonly string[][], told: readonly Acked[], cookies: readonly string[]) {
  const byCookie = new Map(
    parts.flatMap((part, at) => part.map((cookie, place) => [cookie, told[at]?.[place] ?? null])),
  );
  return cookies.map((cookie) => byCookie.get(cookie) ?? null);
}

interface Served {
  url: string;
  child: ChildProcess;
  ended: Promise<unknown>;
}

async function serve(dataDir: string, groupCommit: boolean): Promise<Served> {
  const program = fileURLToPath(new URL('./crowd/serving-child.ts', import.meta.url));
  const args = [dataDir, groupCommit ? 'on' : 'off'];
  const child = fork(program, args, { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  const early = ended.then(() => {
    throw new Error('the server ended before it listened');
  });
  const [url] = await Promise.race([once(child, 'message'), early]);
  return { url: String(url), child, ended };
}

async function callAs<R extends z.ZodType>(
  cookie: string,
  url: string,
  route: Route<z.ZodType, z.ZodType, z.ZodType, R>,
  params: Record<string, string>,
  body: object | null,
): Promise<z.infer<R>> {
  const answer = await fetch(new URL(fillPath(route.path, params), url), {
    method: route.method,
    headers: {
      cookie,
      origin: url,
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${route.path}: ${answer.status} ${await answer.text()}`);
  return route.response.parse(await answer.json());
}
