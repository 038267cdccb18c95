import { faultsOf, powersFor } from '../../../../models/belenios/archive/ballots.ts';
import { encryptBallot, openElection } from '../../../../models/belenios/ballot.ts';

/** What runs in the browser: makes a ballot in a worker, as a voter's page does, or checks ballots, as the public page does. */
export type Request =
  | { election: string; credential: string; choices: number[][] }
  | { election: string; ballots: readonly string[] };

function work(asked: Request): string {
  if ('credential' in asked)
    return encryptBallot(openElection(asked.election), asked.credential, asked.choices);
  const { election, ballots } = asked;
  const context = openElection(election, { uses: powersFor(ballots.length) });
  return String(faultsOf(context, ballots).filter((fault) => fault !== null).length);
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
  postMessage(work(data));
});
