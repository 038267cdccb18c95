import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { LedgerReport, recordFile, resultFile } from '../../models/contracts/ledger.ts';
import type { Poll } from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { ledgerFile } from '../../models/voting/ledger-file.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { OpinionsService } from '../opinions/service.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import type { Keys } from '../platform/keys.ts';
import type { Logger } from '../platform/logger.ts';
import { toPdf } from '../platform/paper.ts';
import { sheetTypes, toCsv, toXlsx } from '../platform/sheet.ts';
import type { VotingService } from '../voting/service.ts';
import { checkDatabase } from './check.ts';
import {
  type HeldMeeting,
  type Recorded,
  resultFileName,
  resultPaper,
  resultSheet,
} from './result-papers.ts';
import type { CountedPoll } from './result-words.ts';
import type { LedgerService } from './service.ts';
import { readEntries, readSignatures } from './store.ts';

type ResultWanted = z.infer<typeof resultFile.params>;

/** What leaves the house of the record, and whether the house still holds what the record tells. */
export interface RecordsService {
  /** @throws AppError `not_found`, `record_not_ready` */
  record(caller: Caller, wanted: z.infer<typeof recordFile.params>): Promise<SentFile>;
  /** @throws AppError `not_found`, `record_not_ready` */
  result(caller: Caller, wanted: ResultWanted): Promise<SentFile>;
  /** @param signal ends it early, with an error */
  check(signal?: AbortSignal): Promise<LedgerReport>;
  /** Of the last check, also the one at the start; -1 before there was one. */
  differences(): number;
}

interface RecordsDeps {
  database: Database;
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
  keys: Pick<Keys, 'signingKeys'>;
  ledger: Pick<LedgerService, 'isOwnBallot'>;
  audit: AuditService;
  meetings: Pick<MeetingsService, 'meetingOf' | 'letterheadOf'>;
  voting: Pick<VotingService, 'list'>;
  /** Compares the slips, which it keeps. */
  opinions?: Pick<OpinionsService, 'compare'>;
}

export function createRecordsService(deps: RecordsDeps): RecordsService {
  const { database, clock, logger, keys } = deps;
  let differences = -1;
  return {
    async record(caller, { meetingId, pollId }) {
      const poll = await pollOf(deps, caller, meetingId, pollId);
      const maySee = poll.verdict !== null || runsMeeting(caller);
      if (!hasEnded(poll) || !maySee) throw new AppError('record_not_ready');
      const rows = await readEntries(database.read, pollId);
      const file = ledgerFile(pollId, rows, await readSignatures(database.read, pollId));
      const name = `Bản ghi biểu quyết số ${poll.number} ${pollId}.json`;
      await traceExport(deps, caller, poll, 'record');
      return fileOf(Buffer.from(JSON.stringify(file, null, 1)), 'application/json', name);
    },
    async result(caller, { meetingId, pollId, format }) {
      const poll = await pollOf(deps, caller, meetingId, pollId);
      if (!hasEnded(poll) || !isCounted(poll)) throw new AppError('record_not_ready');
      const meeting = {
        ...(await deps.meetings.meetingOf(database.read, meetingId)),
        ...(await deps.meetings.letterheadOf(database.read, meetingId)),
      };
      const recorded = await lastOf(deps, pollId);
      const made = await makers[format](poll, meeting, recorded, clock.now());
      await traceExport(deps, caller, poll, format);
      return fileOf(made, types[format], resultFileName(poll, meeting, format));
    },
    async check(signal) {
      const knownKeys = keys.signingKeys.map(({ publicKey }) => publicKey);
      const { isOwnBallot } = deps.ledger;
      const db = database.read;
      const polls = await checkDatabase({ db, now: clock.now(), knownKeys, isOwnBallot, signal });
      const report = together(polls, await deps.opinions?.compare(knownKeys));
      differences = report.differences.length;
      if (differences > 0)
        logger.warn(
          { differences: report.differences.slice(0, 20), all: differences },
          'the database does not hold what the ledgers tell',
        );
      return report;
    },
    differences: () => differences,
  };
}

type SlipsReport = Awaited<ReturnType<OpinionsService['compare']>>;

const together = (polls: LedgerReport, slips: SlipsReport | undefined): LedgerReport =>
  slips === undefined
    ? polls
    : {
        ...polls,
        ok: polls.ok && slips.differences.length === 0,
        ledgers: polls.ledgers + slips.ledgers,
        entries: polls.entries + slips.entries,
        differences: [...polls.differences, ...slips.differences],
      };

/** As the caller sees it: the verdict only once it is shown to them. */
async function pollOf(
  { voting }: RecordsDeps,
  caller: Caller,
  meetingId: Id,
  pollId: Id,
): Promise<Poll> {
  const { items } = await voting.list(caller, meetingId);
  const found = items.find(({ id }) => id === pollId);
  if (found === undefined) throw new AppError('not_found');
  const { votes: _votes, ...poll } = found;
  return poll;
}

/** Who took which poll out of the house, and in which form. */
const traceExport = (
  { database, audit }: RecordsDeps,
  caller: Caller,
  { meetingId, question: subject }: Poll,
  format: string,
): Promise<void> =>
  database.write((tx) =>
    audit.record(tx, caller, { action: 'poll.exported', subject, meetingId, details: { format } }),
  );

const hasEnded = ({ state }: Poll): boolean => state === 'closed' || state === 'void';
const isCounted = (poll: Poll): poll is CountedPoll => poll.verdict !== null;

async function lastOf({ database }: RecordsDeps, pollId: Id): Promise<Recorded> {
  const rows = await readEntries(database.read, pollId);
  const signatures = await readSignatures(database.read, pollId);
  return {
    entries: rows.length,
    hash: rows.at(-1)?.hash ?? '',
    keyId: signatures.at(-1)?.keyId ?? null,
  };
}

type Maker = (
  poll: CountedPoll,
  meeting: HeldMeeting,
  recorded: Recorded,
  now: string,
) => Promise<Buffer>;

const makers: Record<ResultWanted['format'], Maker> = {
  pdf: (poll, meeting, recorded, now) => toPdf(resultPaper(poll, meeting, recorded, now)),
  xlsx: (poll, meeting, recorded) => toXlsx(resultSheet(poll, meeting, recorded)),
  csv: async (poll, meeting, recorded) => toCsv(resultSheet(poll, meeting, recorded)),
  json: async (poll, { title, bodyName, startsAt }, recorded) =>
    Buffer.from(
      JSON.stringify({ meeting: { title, bodyName, startsAt }, poll, recorded }, null, 1),
    ),
};

const types = { ...sheetTypes, pdf: 'application/pdf', json: 'application/json' } as const;

const fileOf = (bytes: Buffer, type: string, name: string): SentFile => ({
  type,
  name,
  bytes: bytes.byteLength,
  open: () => Readable.from([bytes]),
});
