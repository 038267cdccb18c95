import { setTimeout as sleep } from 'node:timers/promises';
import type { Marks } from '../../../../models/contracts/ballots.ts';
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

/** Connections that are opened at the same time. */
const atOnce = 20;
const lines = new Map<string, Line>();
let meetingId: Id = '';

async function connect(order: Extract<VotingOrder, { what: 'connect' }>): Promise<void> {
  ({ meetingId } = order);
  const queue = order.voters.values();
  const connectOn = async () => {
    for (const { cookie } of queue) {
      const line = await openLine(order.url, cookie);
      await line.act(enterMeeting, { meetingId });
      lines.set(cookie, line);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, connectOn));
}

async function vote({ pollId, marks, voters, spread }: Extract<VotingOrder, { what: 'vote' }>) {
  const casting = voters.map(async ({ cookie, requestId }) => {
    const line = lines.get(cookie);
    if (line === undefined) return null;
    if (spread > 0) await sleep(Math.random() * spread);
    const asked = performance.now();
    // A server that was killed answers nothing more.
    const cut = line.ended().then(() => null);
    const ballot = { meetingId, pollId, marks };
    const answer = await Promise.race([line.act(castBallot, ballot, requestId), cut]);
    return answer && { receipt: answer.receipt, ms: performance.now() - asked };
  });
  return Promise.all(casting);
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
