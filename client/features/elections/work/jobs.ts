import { checkBallots } from './jobs/check-ballots.ts';
import { credential } from './jobs/credential.ts';
import { encrypt } from './jobs/encrypt.ts';
import { openBallot } from './jobs/open-ballot.ts';
import { readBallots } from './jobs/read-ballots.ts';
import { signBallot } from './jobs/sign-ballot.ts';
import { decrypt, keyStep, makeKey, openKey } from './jobs/trustee.ts';
import { verifyRecord } from './jobs/verify-record.ts';

/** All that the worker can do: a job is a file in `jobs/` and a line here. */
export const jobs = {
  credential,
  encrypt,
  signBallot,
  openBallot,
  readBallots,
  checkBallots,
  verifyRecord,
  makeKey,
  openKey,
  keyStep,
  decrypt,
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type InputOf<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type OutputOf<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
