import type { Fault } from '../../../../../models/belenios/archive/ballots.ts';
import { readArchive } from '../../../../../models/belenios/archive/events.ts';
import { isArchive } from '../../../../../models/belenios/archive/header.ts';
import { type Report, reportOf } from '../../../../../models/belenios/archive/report.ts';
import { type Finding, verifyArchive } from '../../../../../models/belenios/archive/verify.ts';
import { sha256Hex } from '../../../../../models/belenios/hash.ts';
import type { Job } from '../job.ts';

interface Asked {
  bytes: Uint8Array;
  /** Of each ballot, from `checkBallots`. */
  faults: readonly (Fault | null)[];
}

/** - `strange`: no `.bel` at all; - `wrong`: one with faults, in the order in which they were found. */
export type Verified =
  | { kind: 'strange' }
  | { kind: 'wrong'; findings: Finding[] }
  /** `hash`: SHA-256 of the whole file, hex, as the ledger of the poll names it. */
  | { kind: 'right'; report: Report; hash: string };

/** Checks all of a record but the proofs of its ballots, which were checked before. */
export const verifyRecord: Job<Asked, Verified> = async ({ bytes, faults }) => {
  if (!isArchive(bytes)) return { kind: 'strange' };
  const checked = [...faults];
  const { ok, errors } = await verifyArchive(bytes, {
    unfinished: true,
    checkBallots: async () => checked,
  });
  return ok
    ? { kind: 'right', report: reportOf(readArchive(bytes)), hash: sha256Hex(bytes) }
    : { kind: 'wrong', findings: errors };
};
