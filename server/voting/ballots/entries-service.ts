import type { Marks } from '../../../models/contracts/ballots.ts';
import { AppError } from '../../../models/errors.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { type Caller, personOf } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import { trace } from '../acts.ts';
import { findVoting, giveOpen } from './casting-service.ts';
import type { VotingDeps } from '../deps.ts';
import { decideEntry, findEntry, insertEntry, readWaiting } from './entries-store.ts';
import type { PollNotices } from '../running/progress.ts';
import { pollIn } from '../views.ts';

interface Done {
  done: true;
}

/** Open votes of members without a device: entered by one person, counted once another has confirmed them. */
export interface EntriesService {
  /**
   * @throws AppError `not_found`, `secret_not_by_hand`, `poll_not_open`, `not_on_voter_roll`, `already_voted`,
   *   `entry_waiting`, `unknown_choice`, `marks_do_not_fit`
   */
  enter(caller: Caller, meetingId: Id, pollId: Id, personId: Id, marks: Marks): Promise<Done>;
  /** @throws AppError as `enter`, and `entry_decided`, `second_person_needed` */
  decide(caller: Caller, meetingId: Id, pollId: Id, entryId: Id, confirmed: boolean): Promise<Done>;
}

export function createEntriesService(deps: VotingDeps, notices: PollNotices): EntriesService {
  const { database } = deps;
  return {
    async enter(caller, meetingId, pollId, personId, marks) {
      const work = (tx: Db) => addEntry(deps, tx, caller, { meetingId, pollId, personId, marks });
      const answer = await database.write(work, caller.once);
      notices.turnout(meetingId);
      return answer;
    },
    async decide(caller, meetingId, pollId, entryId, confirmed) {
      const work = (tx: Db) => decideOne(deps, tx, caller, meetingId, pollId, entryId, confirmed);
      const answer = await database.write(work, caller.once);
      notices.turnout(meetingId);
      if (confirmed) notices.cast(pollId);
      return answer;
    },
  };
}

interface Entered {
  meetingId: Id;
  pollId: Id;
  personId: Id;
  marks: Marks;
}

/** @throws AppError for whatever forbids to enter this vote; one that was given stands, even where it may be changed */
async function findEntering(deps: VotingDeps, tx: Db, entered: Entered) {
  const { meetingId, pollId, personId, marks } = entered;
  const { secrecy } = await pollIn(tx, meetingId, pollId);
  if (secrecy === 'secret') throw new AppError('secret_not_by_hand');
  const asked = { meetingId, pollId, voterId: personId, marks };
  const poll = await findVoting(deps, tx, asked, () => true);
  if (poll.hasVoted) throw new AppError('already_voted');
  return poll;
}

async function addEntry(deps: VotingDeps, tx: Db, caller: Caller, entered: Entered): Promise<Done> {
  const poll = await findEntering(deps, tx, entered);
  const { pollId, personId, marks } = entered;
  const waiting = await readWaiting(tx, pollId);
  if (waiting.some((one) => one.personId === personId)) throw new AppError('entry_waiting');
  await insertEntry(tx, {
    id: newId(),
    pollId,
    personId,
    marks,
    enteredBy: personOf(caller).personId,
    enteredAt: deps.clock.now(),
    confirmed: null,
    decidedBy: null,
    decidedAt: null,
  });
  await trace(deps, tx, caller, pollId, poll, {
    action: 'ballot.entered',
    details: { voterId: personId },
  });
  return { done: true };
}

async function decideOne(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
  entryId: Id,
  confirmed: boolean,
): Promise<Done> {
  const poll = await pollIn(tx, meetingId, pollId);
  const entry = await findEntry(tx, entryId);
  if (entry?.pollId !== pollId) throw new AppError('not_found');
  if (entry.confirmed !== null) throw new AppError('entry_decided');
  const decidedBy = personOf(caller).personId;
  // Whoever entered it may take it back, but not be the second person.
  if (confirmed && decidedBy === entry.enteredBy) throw new AppError('second_person_needed');
  await decideEntry(tx, entryId, { confirmed, decidedBy, decidedAt: deps.clock.now() });
  const { personId, marks, enteredBy } = entry;
  await trace(deps, tx, caller, pollId, poll, {
    action: 'ballot.entry_decided',
    details: { voterId: personId, confirmed },
  });
  if (!confirmed) return { done: true };
  const voting = await findEntering(deps, tx, { meetingId, pollId, personId, marks });
  const castBy = voting.voter.castBy ?? personId;
  const by = { by: enteredBy, confirmedBy: decidedBy };
  await giveOpen(deps, tx, caller, voting, {
    pollId,
    voterId: personId,
    castBy,
    marks,
    entered: by,
  });
  return { done: true };
}
