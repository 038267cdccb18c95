import { Readable } from 'node:stream';
import type { MyElection } from '../../models/contracts/elections.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { SentFile } from '../platform/send-file.ts';
import type { VerifiablePoll } from '../voting/service.ts';
import { archiveOf, asEvent } from './archive.ts';
import { type BallotChecker, createBallotChecker } from './ballot-checker.ts';
import { ballotEvents, createBox } from './box.ts';
import { type CastingService, createCastingService } from './casting-service.ts';
import type { ElectionsDeps } from './deps.ts';
import { createElectionNotices } from './notices.ts';
import { type StepsService, createStepsService } from './steps-service.ts';
import { type EventRow, findElection, readRecord } from './store.ts';
import { viewOf } from './views.ts';

/** Secret polls with trustees: keys, credentials, encrypted ballots, the public record. */
export interface ElectionsService extends StepsService, CastingService {
  /** @throws AppError `not_found` */
  election(caller: Caller, meetingId: Id, pollId: Id): Promise<MyElection>;
  /** The record so far. @throws AppError `not_found`, `election_phase` before the poll has opened */
  file(caller: Caller, meetingId: Id, pollId: Id): Promise<SentFile>;
  close(): Promise<void>;
}

/** @param given without `checker`: threads of its own, which `close` ends */
export function createElectionsService(
  given: Omit<ElectionsDeps, 'checker'> & { checker?: BallotChecker },
): ElectionsService {
  const checker = given.checker ?? createBallotChecker(given);
  const deps: ElectionsDeps = { ...given, checker };
  const notices = createElectionNotices(deps);
  const { database, voting } = deps;
  voting.useBox(createBox(deps, notices));
  return {
    ...createStepsService(deps, notices),
    ...createCastingService(deps, notices),
    election: (caller, meetingId, pollId) => viewOf(deps, database.read, caller, meetingId, pollId),
    file: (caller, meetingId, pollId) => recordFile(deps, caller, meetingId, pollId),
    close: () => checker.close(),
  };
}

async function recordFile(
  { database, voting }: ElectionsDeps,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
): Promise<SentFile> {
  const { read } = database;
  const poll = await voting.verifiablePoll(read, meetingId, pollId);
  const { uuid, openedAt } = (await findElection(read, pollId)) ?? {};
  if (uuid === undefined) throw new AppError('not_found');
  if (!openedAt) throw new AppError('election_phase');
  const { ballots, events } = await readRecord(read, pollId);
  const shown = isKept(poll, caller) ? events.filter(tellsNoResult) : events;
  const parts = archiveOf(openedAt, [...shown.map(asEvent), ...ballotEvents(ballots)]);
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  const open = () => Readable.from(parts);
  return { type: 'application/octet-stream', name: `${uuid}.bel`, bytes, open };
}

/** A result that waits to be announced is for those who run the vote; the record goes up to the encrypted sum until then. */
const isKept = ({ reveal, announcedAt }: VerifiablePoll, caller: Caller): boolean =>
  reveal === 'announcing' && announcedAt === null && !runsMeeting(caller);

const tellsNoResult = ({ type }: EventRow): boolean =>
  type !== 'PartialDecryption' && type !== 'Result';
