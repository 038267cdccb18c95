import { encryptBallot, openElection } from '../../../../models/belenios/ballot.ts';

/** What runs in the browser: opens the election and makes ballots in a worker, as a voter's page does. */
export interface Request {
  election: string;
  credential: string;
  choices: number[][];
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const ballot = encryptBallot(openElection(data.election), data.credential, data.choices);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
  postMessage(ballot);
});
