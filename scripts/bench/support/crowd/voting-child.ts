import { setTimeout as sleep } from 'node:timers/promises';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { RequestOf } from '../../../../models/contracts/event.ts';
import { enterMeeting } from '../../../../models/contracts/meetings.ts';
import { type Receipt, castBallot } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { type Line, openLine } from './line.ts';

// Plays voters: each with a connection of their own, who all vote as soon as they are told to.

/** One voter and the request by which their ballot is known when it is sent again. */
export interface Voter {
  cookie: string;
  requestId: Id;
}
export type VotingOrder =
  | { what: 'connect'; url: string; meetingId: Id; voters: Voter[] }
  /** Each at a moment of their own within so many milliseconds; 0: all at once. */
  | { what: 'vote'; pollId: Id; marks: Marks; voters: Voter[]; spread: number }
  | { what: 'leave' };

/** For each voter, in their order; null where no acknowledgement came. */
export type Acked = ({ receipt: Receipt; ms: number } | null)[];

type Ballot = RequestOf<typeof castBallot>;

/** Connections that are opened at the same time. */
const atOnce = 20;
const lines = new Map<string, Line>();
let meetingId: Id = '';
let url = '';

async function connect(order: Extract<VotingOrder, { what: 'connect' }>): Promise<void> {
  ({ meetingId, url } = order);
  const queue = order.voters.values();
  const connectOn = async () => {
    for (const { cookie } of queue) await join(cookie);
  };
  await Promise.all(Array.from({ length: atOnce }, connectOn));
}

async function join(cookie: string): Promise<Line> {
  const line = await openLine(url, cookie);
  lines.set(cookie, line);
  await untilCut(line, line.act(enterMeeting, { meetingId }));
  return line;
}

/** Null when the line ends before. */
const untilCut = <T>(line: Line, answer: Promise<T>): Promise<T | null> =>
  Promise.race([answer, line.ended().then(() => null)]);

async function vote({ pollId, marks, voters, spread }: Extract<VotingOrder, { what: 'vote' }>) {
  const casting = voters.map(async (voter) => {
    if (spread > 0) await sleep(Math.random() * spread);
    const asked = performance.now();
    const receipt = await cast(voter, { meetingId, pollId, marks });
    return receipt && { receipt, ms: performance.now() - asked };
  });
  return Promise.all(casting);
}

/**
 * As a page does: where the line breaks, the ballot goes again under the same id over a new one. Lines do break while a
 * process plays hundreds of people, as it answers pings late when each of them hears the names of all who voted.
 * @returns null when no server listens any more
 */
async function cast({ cookie, requestId }: Voter, ballot: Ballot): Promise<Receipt | null> {
  let line = lines.get(cookie);
  while (line !== undefined) {
    const answer = await untilCut(line, line.act(castBallot, ballot, requestId));
    if (answer !== null) return answer.receipt;
    line = await join(cookie).catch(() => undefined);
  }
  return null;
}

function leave(): void {
  for (const line of lines.values()) line.close();
  lines.clear();
}

process.on('message', async (order: VotingOrder) => {
  if (order.what === 'vote') return void process.send?.(await vote(order));
  if (order.what === 'connect') await connect(order);
  else leave();
  process.send?.('done');
});
