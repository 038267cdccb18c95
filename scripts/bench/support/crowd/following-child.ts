import { floorChanged } from '../../../../models/contracts/floor.ts';
import { rollChanged } from '../../../../models/contracts/attendance.ts';
import { enterMeeting, meetingChanged } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { type Line, openLine } from './line.ts';

// Follows a meeting as many participants, and tells when and how much each of them heard.

export interface FollowingOrder {
  url: string;
  meetingId: Id;
  cookies: string[];
}

/** What came since the last asking. */
export interface Arrived {
  /** One for each notice and participant: milliseconds of the clock that all processes of the machine share. */
  at: number[];
  /** Of all participants together. */
  bytes: number;
}

/** Connections that are opened at the same time. */
const atOnce = 20;

const lines: Line[] = [];
let at: number[] = [];
let counted = 0;

async function follow({ url, meetingId, cookies }: FollowingOrder): Promise<void> {
  const queue = cookies.values();
  const followOn = async () => {
    for (const cookie of queue) {
      const line = await openLine(url, cookie);
      const hear = () => void at.push(performance.timeOrigin + performance.now());
      line.on(meetingChanged, hear);
      line.on(floorChanged, hear);
      line.on(rollChanged, hear);
      await line.act(enterMeeting, { meetingId });
      lines.push(line);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, followOn));
}

function arrived(): Arrived {
  const bytes = lines.reduce((sum, line) => sum + line.heard().bytes, 0);
  const news = { at, bytes: bytes - counted };
  [at, counted] = [[], bytes];
  return news;
}

process.on('message', async (order: FollowingOrder | 'what came') => {
  if (order === 'what came') return void process.send?.(arrived());
  await follow(order);
  process.send?.('all follow');
});
