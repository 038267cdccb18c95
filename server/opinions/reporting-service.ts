import { Readable } from 'node:stream';
import type { SlipReport, SlipView, slipReportFormats } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Recipient } from '../../models/voting/slip-acts.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import { toPdf } from '../platform/paper.ts';
import { sheetTypes, toXlsx } from '../platform/sheet.ts';
import { type AnswerRow, readAnswers, readPending, readRecipients } from './answers-store.ts';
import { type SlipsCompared, compareSlips } from './comparing.ts';
import { type OpinionsDeps, admitReader, slipIn, subjectOf } from './deps.ts';
import { readFiles } from './files-store.ts';
import { formFileName, formPaper } from './form-paper.ts';
import { reportFileName, reportPaper, reportSheet } from './report-papers.ts';
import { isAgreed } from './rules.ts';
import type { SlipRow } from './store.ts';
import { fileOf, headOf } from './views.ts';

type Format = (typeof slipReportFormats)[number];

export interface ReportingService {
  /** @throws AppError `not_found`, `slip_not_yours`, `slip_state` before it is closed */
  report(caller: Caller, slipId: Id): Promise<SlipReport>;
  /** Traced. @throws AppError as `report` */
  reportFile(caller: Caller, slipId: Id, format: Format): Promise<SentFile>;
  /** To print, for those who answer on paper. @throws AppError `not_found`, `slip_not_yours` */
  formFile(caller: Caller, slipId: Id): Promise<SentFile>;
  /** The ledger with its signatures. @throws AppError `not_found`, `slip_not_yours`, `slip_state` before the end */
  recordFile(caller: Caller, slipId: Id): Promise<SentFile>;
  /** What the tables hold otherwise than the ledgers tell. @param keys with which this server signs and signed */
  compare(keys: readonly string[]): Promise<SlipsCompared>;
}

export function createReportingService(deps: OpinionsDeps): ReportingService {
  const { database, audit, clock, meetings, ledger } = deps;
  const read = async (caller: Caller, slipId: Id) => {
    const slip = await slipIn(database.read, slipId);
    await admitReader(database.read, caller, slip);
    return { slip, report: await reportOf(database.read, slip) };
  };
  return {
    report: async (caller, slipId) => (await read(caller, slipId)).report,
    async reportFile(caller, slipId, format) {
      const { slip, report } = await read(caller, slipId);
      const pdf = format === 'pdf';
      const letterhead = await meetings.letterheadOfBody(database.read, slip.bodyId);
      const bytes = pdf
        ? await toPdf(reportPaper(report, letterhead, clock.now()))
        : await toXlsx(reportSheet(report));
      await database.write((tx) =>
        audit.record(tx, caller, {
          action: 'slip.exported',
          subject: subjectOf(slip),
          details: { kind: format },
        }),
      );
      const type = pdf ? 'application/pdf' : sheetTypes.xlsx;
      return fileFrom(bytes, type, reportFileName(report, format));
    },
    async formFile(caller, slipId) {
      const slip = await slipIn(database.read, slipId);
      await admitReader(database.read, caller, slip);
      const ruleSet = slip.ruleSet ?? (await meetings.bodyOf(database.read, slip.bodyId)).ruleSet;
      const letterhead = await meetings.letterheadOfBody(database.read, slip.bodyId);
      const bytes = await toPdf(formPaper({ ...slip, ruleSet }, letterhead, clock.now()));
      return fileFrom(bytes, 'application/pdf', formFileName(slip));
    },
    async recordFile(caller, slipId) {
      const slip = await slipIn(database.read, slipId);
      await admitReader(database.read, caller, slip);
      // Before the end it would tell who answered how.
      if (slip.state !== 'closed' && slip.state !== 'withdrawn') throw new AppError('slip_state');
      const record = await ledger.file(database.read, slipId);
      const bytes = Buffer.from(JSON.stringify(record, null, 1));
      const name = `Bản ghi phiếu lấy ý kiến ${slip.number}-${slip.year} ${slipId}.json`;
      return fileFrom(bytes, 'application/json', name);
    },
    compare: (keys) => compareSlips(deps, database.read, keys),
  };
}

const fileFrom = (bytes: Buffer, type: string, name: string): SentFile => ({
  type,
  name,
  bytes: bytes.byteLength,
  open: () => Readable.from([bytes]),
});

async function reportOf(db: Db, slip: SlipRow): Promise<SlipReport> {
  const { verdicts, ruleSet, members, grounds, items, meetingId } = slip;
  if (slip.state !== 'closed' || verdicts === null || ruleSet === null || members === null)
    throw new AppError('slip_state');
  const recipients = await readRecipients(db, slip.id);
  const answers = new Map((await readAnswers(db, slip.id)).map((one) => [one.personId, one]));
  const results = items.map((item) => {
    const verdict = verdicts[item.key];
    if (verdict === undefined) throw new Error('a closed slip without a verdict');
    const isDeemed = verdict.deemed > 0;
    const views = recipients.map((one) =>
      viewOf(one, answers.get(one.personId), item.key, isDeemed),
    );
    return { ...item, verdict, agreed: isAgreed(verdict), views };
  });
  const onPaper = [...answers.values()].filter(({ enteredBy }) => enteredBy !== null).length;
  const silent = recipients.length - answers.size;
  return {
    ...headOf(slip),
    grounds,
    items,
    files: (await readFiles(db, slip.id, 'paper')).map(fileOf),
    ruleSet,
    general: {
      issued: recipients.length,
      returned: answers.size,
      electronic: answers.size - onPaper,
      onPaper,
      silent,
      deemed: results.some(({ verdict }) => verdict.deemed > 0) ? silent : 0,
      unconfirmed: (await readPending(db, slip.id)).length,
      members,
    },
    results,
    meetingId,
  };
}

function viewOf(
  { personId, fullName, office }: Recipient,
  row: AnswerRow | undefined,
  key: number,
  isDeemed: boolean,
): SlipView {
  const answer = row?.answers.find((one) => one.key === key);
  return {
    personId,
    fullName,
    office,
    marks: answer?.marks ?? null,
    opinion: answer?.opinion ?? '',
    answeredAt: row?.answeredAt ?? null,
    onPaper: typeof row?.enteredBy === 'string',
    deemed: row === undefined && isDeemed,
  };
}
