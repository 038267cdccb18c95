import type {
  ItemAnswer,
  MySlip,
  MySlipSummary,
  Slip,
  SlipFile,
  SlipReceipt,
  SlipSummary,
} from '../../models/contracts/opinions.ts';
import type { Body } from '../../models/contracts/meetings.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import type { Id } from '../../models/ids.ts';
import type { Recipient } from '../../models/voting/slip-acts.ts';
import type { Db } from '../platform/database.ts';
import {
  type AnswerRow,
  findAnswer,
  readAnswers,
  readPending,
  readRecipients,
} from './answers-store.ts';
import type { OpinionsDeps } from './deps.ts';
import { type FileRow, readFiles } from './files-store.ts';
import type { SlipRow } from './store.ts';

export const headOf = ({
  id,
  bodyId,
  bodyName,
  number,
  year,
  title,
  state,
  deadline,
  sentAt,
  closedAt,
  extendReason,
  withdrawReason,
}: SlipRow): Omit<MySlipSummary, 'answeredAt'> => ({
  id,
  bodyId,
  bodyName,
  number,
  year,
  title,
  state,
  deadline,
  sentAt,
  closedAt,
  extendReason,
  withdrawReason,
});

export const summaryOf = (
  row: SlipRow,
  turnout: Pick<SlipSummary, 'recipients' | 'answered'>,
): SlipSummary => ({ ...headOf(row), ...turnout });

export const fileOf = ({ id, name, size, sha256 }: FileRow): SlipFile => ({
  id,
  name,
  size,
  sha256,
});

/** Without the salts, which are for reports alone. */
const answersOf = (row: Pick<AnswerRow, 'answers'>): ItemAnswer[] =>
  row.answers.map(({ key, marks, opinion }) => ({ key, marks, opinion }));

export const receiptOf = ({
  slipId,
  answeredAt,
  change,
  sequence,
  entryHash,
}: AnswerRow): SlipReceipt => ({ slipId, answeredAt, change, sequence, entryHash });

/** The frozen rules; of a draft those that are in force. */
async function rulesOf(
  meetings: Pick<OpinionsDeps['meetings'], 'bodyOf'>,
  db: Db,
  { ruleSet, bodyId }: SlipRow,
): Promise<RuleSet> {
  return ruleSet ?? (await meetings.bodyOf(db, bodyId)).ruleSet;
}

/** The members of a body who are asked, in the order of seats. @param chosen null for all */
export const recipientsOf = (
  { members }: Pick<Body, 'members'>,
  chosen: readonly Id[] | null,
): Recipient[] =>
  members
    .map(({ personId, fullName, office, role, weight }, position) => ({
      personId,
      fullName,
      office,
      isChair: role === 'chair',
      position,
      weight,
    }))
    .filter(({ personId }) => chosen === null || chosen.includes(personId));

async function paperOf(deps: Pick<OpinionsDeps, 'meetings'>, db: Db, row: SlipRow) {
  const files = await readFiles(db, row.id, 'paper');
  return {
    grounds: row.grounds,
    items: row.items,
    files: files.map(fileOf),
    ruleSet: await rulesOf(deps.meetings, db, row),
  };
}

/** The whole slip, for those who run it. */
export async function slipView(
  deps: Pick<OpinionsDeps, 'meetings'>,
  db: Db,
  row: SlipRow,
): Promise<Slip> {
  const answers = new Map((await readAnswers(db, row.id)).map((one) => [one.personId, one]));
  const recipients =
    row.state === 'draft'
      ? recipientsOf(await deps.meetings.bodyOf(db, row.bodyId), row.chosen)
      : await readRecipients(db, row.id);
  const { revision, reminders, notSecret, chosen, remindedAt, meetingId } = row;
  return {
    ...headOf(row),
    ...(await paperOf(deps, db, row)),
    revision,
    reminders,
    notSecret,
    chosen,
    remindedAt,
    meetingId,
    recipients: recipients.map(({ personId, fullName, office, isChair }) => {
      const answer = answers.get(personId);
      const answeredAt = answer?.answeredAt ?? null;
      const onPaper = typeof answer?.enteredBy === 'string';
      return { personId, fullName, office, isChair, answeredAt, onPaper };
    }),
    entries: await entriesOf(db, row.id, recipients),
  };
}

async function entriesOf(
  db: Db,
  slipId: Id,
  recipients: readonly Recipient[],
): Promise<Slip['entries']> {
  const scans = new Map((await readFiles(db, slipId, 'scan')).map((file) => [file.id, file]));
  return (await readPending(db, slipId)).flatMap((entry) => {
    const scan = scans.get(entry.scanId);
    if (scan === undefined) return [];
    const { id, personId, answers, enteredBy, enteredAt, enteredByName } = entry;
    const fullName = recipients.find((one) => one.personId === personId)?.fullName ?? '';
    const by = { personId: enteredBy, fullName: enteredByName };
    return [{ id, personId, fullName, answers, scan: fileOf(scan), enteredBy: by, enteredAt }];
  });
}

/** A slip as one of its recipients sees it. */
export async function mySlipView(
  deps: Pick<OpinionsDeps, 'meetings'>,
  db: Db,
  row: SlipRow,
  personId: Id,
): Promise<MySlip> {
  const answer = await findAnswer(db, row.id, personId);
  return {
    ...headOf(row),
    ...(await paperOf(deps, db, row)),
    answers: answer === undefined ? null : answersOf(answer),
    receipt: answer === undefined ? null : receiptOf(answer),
    onPaper: typeof answer?.enteredBy === 'string',
  };
}
