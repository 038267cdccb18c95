import { LedgerSignature } from '../../models/contracts/ledger.ts';
import { SecretBallot } from '../../models/voting/acts.ts';
import type { FaultCode } from '../../models/voting/faults.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';
import { isGoodSignature } from '../../models/voting/ledger-file.ts';
import { type LedgerRow, hashOf } from '../../models/voting/ledger.ts';
import type { RawPoll, RawRow } from './check-store.ts';
import { type Difference, changedFields, compareRows } from './differences.ts';
import {
  type Told,
  ballotName,
  ballotRows,
  enteredRows,
  participationRows,
  pollCells,
  secretRows,
  toldBy,
  voterRows,
} from './expected-rows.ts';
import { electionDifferences } from './compare-election.ts';
import { compareOld, isOldLedger } from './old-ledgers.ts';
import type { LedgerService } from './service.ts';

/** Compares all rows of a poll with its ledger, and the ledger with itself and its signatures. */
export function comparePoll(
  pollId: string,
  raw: RawPoll,
  knownKeys: ReadonlySet<string> | null,
  isOwnBallot: LedgerService['isOwnBallot'] | null,
): Difference[] {
  const rows = raw.entries.map(rowOf);
  if (isOldLedger(rows)) return compareOld(rows, raw.ballots);
  const signatures = raw.signatures.map((row) => signatureIn(pollId, row, knownKeys));
  const missing = missingIn(rows, signatures);
  const sound = rows.filter(({ hash, entry }) => hashOf(entry) === hash);
  const broken = rows.filter((row) => !sound.includes(row)).map(({ sequence }) => sequence);
  const told = toldBy(sound);
  const doubtful = new Set([...missing, ...broken]);
  const isDraft = raw.polls[0]?.['state'] === 'draft';
  return [
    ...ledgerDifferences(rows, missing),
    ...signatureDifferences(rows, signatures),
    ...pollDifferences(told, raw.polls, doubtful.size === 0),
    ...tableDifferences(told, raw, doubtful),
    ...(doubtful.size > 0 ? [] : electionDifferences(told, raw.election, isDraft)),
    ...(isOwnBallot === null ? [] : boxDifferences(pollId, told, raw.secretBallots, isOwnBallot)),
  ];
}

const rowOf = (row: RawRow): LedgerRow => ({
  sequence: Number(row['sequence']),
  previousHash: String(row['previous_hash']),
  hash: String(row['hash']),
  entry: String(row['entry']),
});

/** A signature as it lies there; without a fault, what the server signed was there. */
interface Signed {
  row: string;
  fault: 'signature' | 'public_key' | null;
  sequence: number;
  hash: string;
}

function signatureIn(ledgerId: string, raw: RawRow, knownKeys: ReadonlySet<string> | null): Signed {
  const found = LedgerSignature.safeParse({
    sequence: raw['sequence'],
    hash: raw['hash'],
    keyId: raw['key_id'],
    publicKey: raw['public_key'],
    signedAt: raw['signed_at'],
    signature: raw['signature'],
  });
  const place = { row: String(raw['sequence']), sequence: Number(raw['sequence']) };
  if (!found.success || !isGoodSignature(ledgerId, found.data))
    return { ...place, hash: '', fault: 'signature' };
  const isKnown = knownKeys?.has(found.data.publicKey) ?? true;
  return { ...place, hash: found.data.hash, fault: isKnown ? null : 'public_key' };
}

/** Numbers of entries that must have been there: before others, or signed. */
function missingIn(rows: readonly LedgerRow[], signatures: readonly Signed[]): number[] {
  const there = new Set(rows.map(({ sequence }) => sequence));
  const signed = signatures.filter(({ fault }) => fault === null);
  const known = [...rows, ...signed].map(({ sequence }) => sequence);
  const last = Math.max(-1, ...known.filter((at) => at < rows.length + mostMissing));
  return Array.from({ length: last + 1 }, (_, at) => at).filter((at) => !there.has(at));
}

/** A number far out of bounds is a changed one, not a sign of so many that are missing. */
const mostMissing = 10_000;

function ledgerDifferences(rows: readonly LedgerRow[], missing: readonly number[]): Difference[] {
  const removed = missing.map((sequence) => inLedger('removed', sequence, []));
  if (rows.length === 0) return removed;
  const { faults } = checkLedger(rows);
  // With entries missing, all that follow stand out of place, which says nothing about them.
  const own = missing.length > 0 ? faults.filter(({ code }) => code === 'hash') : faults;
  return [
    ...removed,
    ...own.map(({ sequence, code }) => {
      const place = sequence === null ? null : (rows[sequence]?.sequence ?? sequence);
      return inLedger(kinds[code] ?? 'impossible', place, [columns[code] ?? code]);
    }),
  ];
}

const kinds: Partial<Record<FaultCode, Difference['kind']>> = {
  hash: 'changed',
  link: 'changed',
  order: 'reordered',
};
const columns: Partial<Record<FaultCode, string>> = {
  hash: 'entry',
  link: 'previous_hash',
  order: 'sequence',
};

const inLedger = (kind: Difference['kind'], sequence: number | null, of: string[]): Difference => ({
  table: 'ledger_entries',
  kind,
  row: sequence === null ? null : String(sequence),
  personId: null,
  fields: of,
});

function signatureDifferences(
  rows: readonly LedgerRow[],
  signatures: readonly Signed[],
): Difference[] {
  const differences = signatures.flatMap(({ row, fault, sequence, hash }): Difference[] => {
    if (fault !== null) return [inSignatures('changed', row, [fault])];
    const entry = rows.find((one) => one.sequence === sequence);
    const isOther = entry !== undefined && entry.hash !== hash;
    return isOther ? [inLedger('changed', sequence, ['hash'])] : [];
  });
  const under = new Set(signatures.map(({ sequence }) => sequence));
  const signed = rows.length === 0 ? [] : checkLedger(rows).signed;
  const removed = signed.filter((sequence) => !under.has(sequence));
  return [...differences, ...removed.map((at) => inSignatures('removed', String(at), []))];
}

const inSignatures = (kind: Difference['kind'], row: string, of: string[]): Difference => ({
  table: 'ledger_signatures',
  kind,
  row,
  personId: null,
  fields: of,
});

function pollDifferences(told: Told, [poll]: readonly RawRow[], isCertain: boolean): Difference[] {
  if (poll === undefined) return whole('polls', 'removed', []);
  // Without its opening or its end nothing is known of them.
  if (!isCertain && (told.opened === null || told.closed === null)) return [];
  const changed = changedFields(pollCells(told), poll);
  return changed.length === 0 ? [] : whole('polls', 'changed', changed);
}

/** No row of its own, or all of them together. */
const whole = (table: string, kind: Difference['kind'], fields: string[]): Difference[] => [
  { table, kind, row: null, personId: null, fields },
];

const personOf = (row: RawRow): string => String(row['person_id']);

function tableDifferences(told: Told, raw: RawPoll, doubtful: ReadonlySet<number>): Difference[] {
  const byPerson = { nameOf: personOf, personOf };
  const isUnsure = () => doubtful.size > 0;
  const isDoubtful = (row: RawRow) =>
    doubtful.has(Number(row['sequence'])) || (isUnsure() && told.opened === null);
  // Of whom an entry is broken or missing, the other changes of their vote cannot be told apart.
  const unsure = new Set<string | null>(raw.ballots.filter(isDoubtful).map(personOf));
  const secret = secretRows(told);
  const confirmed = raw.enteredBallots.filter((row) => row['confirmed'] === 1);
  return [
    ...compareRows(
      { table: 'poll_voters', ...byPerson, isDoubtful: isUnsure },
      voterRows(told),
      raw.voters,
    ),
    ...compareRows(
      {
        table: 'ballots',
        nameOf: (row) => ballotName(row['person_id'], row['change']),
        personOf,
        isDoubtful,
      },
      ballotRows(told).filter(({ personId }) => !unsure.has(personId)),
      raw.ballots.filter((row) => !unsure.has(personOf(row))),
    ),
    ...compareRows(
      { table: 'participations', ...byPerson, isDoubtful },
      participationRows(told),
      raw.participations,
    ),
    ...compareRows(
      { table: 'ballot_entries', ...byPerson, isDoubtful: isUnsure },
      enteredRows(told),
      confirmed,
    ),
    ...(secret === null
      ? countedOnly(told, raw.secretBallots, isUnsure())
      : compareRows(
          { table: 'secret_ballots', nameOf: (row) => String(row['ballot_id']) },
          secret,
          raw.secretBallots,
        )),
  ];
}

/** While a secret poll is open, its ballots vouch for themselves. */
function boxDifferences(
  pollId: string,
  { opened, closed, voided }: Told,
  raw: readonly RawRow[],
  isOwnBallot: LedgerService['isOwnBallot'],
): Difference[] {
  if (opened === null || closed !== null || voided !== null) return [];
  const strange = raw.filter((row) => {
    const ballot = ballotIn(row);
    return ballot === null || !isOwnBallot(pollId, ballot);
  });
  return strange.map((row) => ({
    table: 'secret_ballots',
    kind: 'changed',
    row: String(row['ballot_id']),
    personId: null,
    fields: ['marks'],
  }));
}

function ballotIn(row: RawRow): SecretBallot | null {
  try {
    const marks: unknown = JSON.parse(String(row['marks']));
    const found = { ballotId: row['ballot_id'], marks, weight: row['weight'] };
    return SecretBallot.safeParse(found).data ?? null;
  } catch {
    return null;
  }
}

/** Before the close only their number and their weights are known. */
function countedOnly(
  { voted, roll, opened }: Told,
  raw: readonly RawRow[],
  isUnsure: boolean,
): Difference[] {
  if (isUnsure) return [];
  // Ballots of a verifiable poll are in its own record.
  if (opened?.election !== undefined)
    return raw.length === 0 ? [] : whole('secret_ballots', 'added', []);
  if (raw.length !== voted.size)
    return whole('secret_ballots', raw.length < voted.size ? 'removed' : 'added', []);
  const expected = [...voted.keys()].map((personId) => roll.get(personId)?.weight);
  const same = sorted(expected) === sorted(raw.map((row) => row['weight']));
  return same ? [] : whole('secret_ballots', 'changed', ['weight']);
}

const sorted = (weights: unknown[]): string =>
  weights
    .map(Number)
    .toSorted((a, b) => a - b)
    .join();
