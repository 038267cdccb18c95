import type { z } from 'zod';
import type { Receipt, castBallot, pollProgress } from '../../models/contracts/voting.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import { AppError } from '../../models/errors.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { appendBallot, appendEntry, findForCasting, findLastEntry } from './ballots-store.ts';
import type { VotingDeps } from './deps.ts';
import { sealed } from './ledger.ts';
import { subjectOf } from './preparing-service.ts';
import type { ProgressNotices } from './progress.ts';
import { mayCast } from './rules.ts';

type Ballot = RequestOf<typeof castBallot>;
type Progress = z.infer<typeof pollProgress.data>;

export interface CastingService {
  /**
   * Resolves when the ballot, its entry in the ledger and its trace are on disk. A repeated request gets the first
   * receipt.
   * @throws AppError `not_found`, `poll_not_open`, `not_on_voter_roll`, `already_voted`
   */
  cast(caller: Caller, ballot: Ballot): Promise<{ receipt: Receipt }>;
}

export function createCastingService(deps: VotingDeps, progress: ProgressNotices): CastingService {
  return {
    async cast(caller, ballot) {
      // Stays empty when the request is a repeated one: then nothing has changed.
      const made: Progress[] = [];
      const answer = await deps.database.write(async (tx) => {
        const { receipt, cast, voters } = await addBallot(deps, tx, caller, ballot);
        made.push({ meetingId: ballot.meetingId, pollId: ballot.pollId, cast, voters });
        return { receipt };
      }, caller.once);
      for (const one of made) progress.mark(one);
      return answer;
    },
  };
}

async function addBallot(
  { clock, audit }: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId, choice }: Ballot,
) {
  const { personId } = personOf(caller);
  const poll = await findForCasting(tx, pollId, personId);
  if (poll?.meetingId !== meetingId) throw new AppError('not_found');
  const refusal = mayCast(poll);
  if (refusal !== null) throw new AppError(refusal);
  const castAt = clock.now();
  const act = { type: 'cast' as const, pollId, at: castAt, personId, choice };
  const entry = sealed(await findLastEntry(tx, pollId), act);
  const receipt: Receipt = { pollId, choice, castAt, entryHash: entry.hash };
  await appendBallot(tx, { ...receipt, personId });
  await appendEntry(tx, pollId, entry);
  // The trace says that someone voted; how, only the ballot says.
  await audit.record(tx, caller, {
    action: 'ballot.cast',
    subject: subjectOf(poll),
    meetingId,
    details: { pollId },
  });
  // The opening is entry 0, so the number of an entry is the number of ballots up to it.
  return { receipt, cast: entry.sequence, voters: poll.voters };
}
