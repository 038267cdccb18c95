import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import type { Id } from '../../models/ids.ts';
import { type Json, canonicalJson } from '../../models/voting/canonical-json.ts';
import { checkLedgerFile, rowsOf } from '../../models/voting/ledger-file.ts';
import { sealOf } from '../../models/voting/opinion-seal.ts';
import { type AnsweredAct, type Recipient, SlipAct } from '../../models/voting/slip-acts.ts';
import type { Db } from '../platform/database.ts';
import { type AnswerRow, readAllAnswers, readRecipients } from './answers-store.ts';
import type { OpinionsDeps } from './deps.ts';
import { type SlipRow, findSlip, readSlipLedgers } from './store.ts';

type Difference = Omit<LedgerDifference, 'ledgerId'>;

/** What was compared, and what the tables of slips hold otherwise than their ledgers tell. */
export interface SlipsCompared {
  ledgers: number;
  entries: number;
  differences: LedgerDifference[];
}

/**
 * Compares every slip that was sent, its recipients and all answers with what its ledger tells, and the ledger with
 * itself and its signatures.
 * @param keys public keys, base64url, with which this server signs and signed
 */
export async function compareSlips(
  { ledger }: Pick<OpinionsDeps, 'ledger'>,
  db: Db,
  keys: readonly string[],
): Promise<SlipsCompared> {
  const compared: SlipsCompared = { ledgers: 0, entries: 0, differences: [] };
  for (const ledgerId of await readSlipLedgers(db)) {
    const file = await ledger.file(db, ledgerId);
    const { errors } = checkLedgerFile(file, { keys });
    const faults = errors.map(({ sequence, code }): Difference => ({
      table: code === 'unsigned' || code === 'key' ? 'ledger_signatures' : 'ledger_entries',
      kind: 'impossible',
      row: sequence === null ? null : String(sequence),
      personId: null,
      fields: [code],
    }));
    const acts = rowsOf(file).flatMap(({ entry }) => SlipAct.safeParse(jsonOf(entry)).data ?? []);
    const rows = {
      slip: await findSlip(db, ledgerId),
      recipients: await readRecipients(db, ledgerId),
      answers: await readAllAnswers(db, ledgerId),
    };
    const differences = [...faults, ...compareRows(acts, rows)];
    compared.ledgers += 1;
    compared.entries += file.entries.length;
    compared.differences.push(...differences.map((one) => ({ ledgerId, ...one })));
  }
  return compared;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Rows {
  slip: SlipRow | undefined;
  recipients: readonly Recipient[];
  answers: readonly AnswerRow[];
}

function compareRows(acts: readonly SlipAct[], { slip, recipients, answers }: Rows): Difference[] {
  const sent = acts.find((act) => act.type === 'slip_sent');
  if (sent === undefined || slip === undefined)
    return [
      {
        table: 'opinion_slips',
        kind: slip ? 'added' : 'removed',
        row: null,
        personId: null,
        fields: [],
      },
    ];
  const { number, year, title, grounds, items, ruleSet, members, membersWeight } = sent;
  const extended = acts.findLast((act) => act.type === 'slip_extended');
  const closed = acts.find((act) => act.type === 'slip_closed');
  const told = {
    number,
    year,
    title,
    grounds,
    items,
    ruleSet,
    members,
    membersWeight,
    deadline: extended?.deadline ?? sent.deadline,
    extendReason: extended?.reason ?? null,
    state: stateOf(acts),
    verdicts: closed
      ? Object.fromEntries(closed.verdicts.map(({ key, verdict }) => [key, verdict]))
      : null,
  };
  const fields = (Object.keys(told) as (keyof typeof told)[]).filter(
    (name) => canonicalJson(told[name]) !== canonicalJson(slip[name] ?? null),
  );
  const changed: Difference[] =
    fields.length === 0
      ? []
      : [{ table: 'opinion_slips', kind: 'changed', row: null, personId: null, fields }];
  return [
    ...changed,
    ...compareLists('opinion_recipients', sent.recipients, recipients, (one) => one.personId),
    ...compareLists(
      'opinion_answers',
      acts.flatMap((act, sequence) =>
        act.type === 'slip_answered' ? toldAnswer(act, sequence) : [],
      ),
      answers.map(keptAnswer),
      ({ sequence }) => String(sequence),
    ),
  ];
}

function stateOf(acts: readonly SlipAct[]): SlipRow['state'] {
  if (acts.some(({ type }) => type === 'slip_withdrawn')) return 'withdrawn';
  return acts.some(({ type }) => type === 'slip_closed') ? 'closed' : 'sent';
}

const toldAnswer = ({ personId, at, answers, paper, by }: AnsweredAct, sequence: number) => ({
  sequence,
  personId,
  at,
  answers,
  enteredBy: paper && by,
  confirmedBy: paper && paper.confirmedBy,
});

/** The same of the row that is kept, its opinions sealed anew with their salts. */
const keptAnswer = (row: AnswerRow): ReturnType<typeof toldAnswer> => ({
  sequence: row.sequence,
  personId: row.personId,
  at: row.answeredAt,
  answers: row.answers.map(({ key, marks, opinion, salt }) => ({
    key,
    marks,
    opinion: opinion === '' ? null : sealOf(opinion, salt),
  })),
  enteredBy: row.enteredBy,
  confirmedBy: row.confirmedBy,
});

function compareLists<Row extends { personId: Id; readonly [key: string]: Json }>(
  table: string,
  told: readonly Row[],
  kept: readonly Row[],
  nameOf: (row: Row) => string,
): Difference[] {
  const byName = new Map(kept.map((row) => [nameOf(row), row]));
  const names = new Set(told.map(nameOf));
  const differ = (row: Row, kind: Difference['kind']): Difference => ({
    table,
    kind,
    row: nameOf(row),
    personId: row.personId,
    fields: [],
  });
  return [
    ...told.flatMap((row) => {
      const found = byName.get(nameOf(row));
      if (found === undefined) return [differ(row, 'removed')];
      return canonicalJson(found) === canonicalJson(row) ? [] : [differ(row, 'changed')];
    }),
    ...kept.filter((row) => !names.has(nameOf(row))).map((row) => differ(row, 'added')),
  ];
}
