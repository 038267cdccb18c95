import type { Json } from '../../models/voting/canonical-json.ts';
import type { RawElection, RawRow } from './check-store.ts';
import { type Cell, type Difference, changedFields, compareRows } from './differences.ts';
import {
  type EventRow,
  ballotIn,
  eventOf,
  fieldOf,
  jsonIn,
  recordHash,
  setupIn,
  tallyIn,
  trackerOf,
} from './election-rows.ts';
import type { Told } from './expected-rows.ts';
import { trusteeDifferences } from './compare-trustees.ts';

// The rows of a verifiable poll against its ledger, and against one another. From the close on the ledger holds the hash
// of the whole record, and nothing of it can change; before, each ballot vouches for itself by its signature.

/**
 * What was changed, removed or added by hand in the election of a poll.
 * @param isDraft whether it is still prepared: of keys and credentials the ledger says nothing then
 */
export function electionDifferences(told: Told, raw: RawElection, isDraft: boolean): Difference[] {
  const { opened } = told;
  if (opened === null && isDraft) return strangers(raw, ['ballots', 'events']);
  if (opened?.election === undefined) return strangers(raw, allTables);
  const events = raw.events.map(eventOf);
  const { differences: inRecord, setup } = recordDifferences(told, opened, events);
  return [
    ...inRecord,
    ...electionRow(told, raw.elections, events, setup),
    ...trusteeDifferences(opened.election.trustees, raw.trustees, setup, events),
    ...credentialDifferences(raw.credentials, setup),
    ...registrationDifferences(told, raw),
    ...boxDifferences(told, raw, events),
  ];
}

const tables = {
  elections: 'elections',
  trustees: 'election_trustees',
  registrations: 'election_registrations',
  credentials: 'election_credentials',
  ballots: 'election_ballots',
  events: 'election_events',
} as const;

type Table = keyof typeof tables;
const allTables: readonly Table[] = [
  'elections',
  'trustees',
  'registrations',
  'credentials',
  'ballots',
  'events',
];

/** Rows that a poll as it is has none of. */
const strangers = (raw: RawElection, names: readonly Table[]): Difference[] =>
  names.filter((name) => raw[name].length > 0).map((name) => whole(tables[name], 'added', []));

const whole = (table: string, kind: Difference['kind'], fields: string[]): Difference => ({
  table,
  kind,
  row: null,
  personId: null,
  fields,
});
const inEvents = (kind: Difference['kind'], row: number, fields: string[]): Difference => ({
  ...whole(tables.events, kind, fields),
  row: String(row),
});

type Setup = ReturnType<typeof setupIn>;

/** Whether the events are those that the ledger names; where not, which. */
function recordDifferences(
  { closed }: Told,
  opened: NonNullable<Told['opened']>,
  events: readonly EventRow[],
): { differences: Difference[]; setup: Setup } {
  const result = closed?.election;
  const setup = setupIn(events[0]);
  const isWhole =
    result !== undefined &&
    events.every(({ height }, at) => height === at) &&
    events.every(hasOwnTracker) &&
    recordHash(opened.at, events) === result.record;
  if (isWhole) return { differences: countDifferences(result.counts, events), setup };
  const found = [
    ...orderDifferences(events, result !== undefined),
    ...events.flatMap((event) => eventDifferences(event, opened.election?.fingerprint ?? '')),
  ];
  // Each may be what an event can be, and all together still not what was.
  const unnamed = found.length === 0 && result !== undefined;
  return {
    differences: unnamed ? [whole(tables.events, 'changed', ['record'])] : found,
    setup,
  };
}

/** The counts of the ledger, of which its verdict is, must be those of the record. */
function countDifferences(counts: Json, events: readonly EventRow[]): Difference[] {
  const last = events.at(-1);
  const told = fieldOf(jsonIn(last?.data?.[0]), 'result');
  return JSON.stringify(told) === JSON.stringify(counts)
    ? []
    : [inEvents('changed', last?.height ?? 0, ['result'])];
}

const hasOwnTracker = ({ type, data, tracker }: EventRow): boolean =>
  tracker === (type === 'Ballot' ? trackerOf(data?.[0] ?? '') : null);

const shapes: Record<string, RegExp> = {
  voting: /^S(B*ET)?$/,
  decided: /^SB*ETP+R$/,
};
const letters: Record<string, string> = {
  Setup: 'S',
  Ballot: 'B',
  EndBallots: 'E',
  EncryptedTally: 'T',
  PartialDecryption: 'P',
  Result: 'R',
};

/** Places that are empty or beyond the others, and events that are not in the order of an election. */
function orderDifferences(events: readonly EventRow[], isDecided: boolean): Difference[] {
  const heights = new Set(events.map(({ height }) => height));
  const beyond = events.filter(({ height }) => height >= events.length);
  const gaps = events.map((_, at) => at).filter((at) => !heights.has(at));
  if (beyond.length > 0)
    return [
      ...gaps.map((at) => inEvents('removed', at, [])),
      ...beyond
        .filter((event) => !follows(event, events))
        .map(({ height }) => inEvents('added', height, [])),
    ];
  const order = events.map(({ type }) => letters[type] ?? '?').join('');
  const isRight = shapes[isDecided ? 'decided' : 'voting']?.test(order) === true;
  return isRight ? [] : [whole(tables.events, 'reordered', ['type'])];
}

/** Whether an event stands beyond the others only because one before it is gone. */
const follows = ({ height }: EventRow, events: readonly EventRow[]): boolean =>
  height === events.length && events.some((event) => event.height === height - 1);

/** What an event says of itself. */
function eventDifferences(event: EventRow, fingerprint: string): Difference[] {
  const wrong = wrongFields(event, fingerprint);
  return wrong.length === 0 ? [] : [inEvents('changed', event.height, wrong)];
}

function wrongFields(event: EventRow, fingerprint: string): string[] {
  const { type, data } = event;
  if (letters[type] === undefined) return ['type'];
  if (data === null) return ['data'];
  if (!hasOwnTracker(event)) return ['tracker'];
  if (type === 'Ballot') return ballotIn(data[0]) === null ? ['data'] : [];
  if (type === 'Setup')
    return setupIn(event) !== null && trackerOf(data[0] ?? '') === fingerprint ? [] : ['data'];
  if (type === 'EncryptedTally') return tallyIn(event) === null ? ['data'] : [];
  return [];
}

/** The election's own row: all of it stands in the ledger or in the record. */
function electionRow(
  { opened, closed }: Told,
  rows: readonly RawRow[],
  events: readonly EventRow[],
  setup: Setup,
): Difference[] {
  const [row] = rows;
  if (row === undefined) return [whole(tables.elections, 'removed', [])];
  const { uuid, fingerprint, trustees } = opened?.election ?? {};
  const encrypted = events.find(({ type }) => type === 'EncryptedTally');
  const tallied = tallyIn(encrypted);
  const voting = encrypted === undefined ? 'voting' : 'decrypting';
  const cells: Record<string, Cell> = {
    uuid: uuid ?? null,
    fingerprint: fingerprint ?? null,
    needed: trustees?.needed ?? null,
    opened_at: opened?.at ?? null,
    phase: closed === null ? voting : 'decided',
    ...(setup && { election: setup[0], trustees: setup[1], credentials: setup[2] }),
    // A tally that is not its own has been named.
    ...(encrypted === undefined && { tally: null, tallied: null }),
    ...(tallied && { tally: tallied.tally, tallied: tallied.ballots }),
  };
  const changed = changedFields(cells, row);
  return changed.length === 0 ? [] : [whole(tables.elections, 'changed', changed)];
}

const credentialOf = (row: RawRow): string => String(row['credential']);

function credentialDifferences(rows: readonly RawRow[], setup: Setup): Difference[] {
  const list = jsonIn(setup?.[2]);
  if (!Array.isArray(list)) return [];
  const expected = list.map((one) => ({ row: String(one), personId: null, cells: {} }));
  return compareRows({ table: tables.credentials, nameOf: credentialOf }, expected, rows);
}

/** Who is on the roll has registered, and as many have as there are credentials. */
function registrationDifferences({ roll }: Told, raw: RawElection): Difference[] {
  const registered = new Set(raw.registrations.map((row) => String(row['person_id'])));
  const missing = [...roll.keys()].filter((personId) => !registered.has(personId));
  const removed = missing.map((personId) => ({
    ...whole(tables.registrations, 'removed', []),
    row: personId,
    personId,
  }));
  const extra = raw.registrations.length - raw.credentials.length;
  if (removed.length > 0 || extra === 0) return removed;
  return [whole(tables.registrations, extra > 0 ? 'added' : 'removed', [])];
}

/** Ballots while people vote; each must be what its signature says, of a voter's credential, one round after the other. */
function boxDifferences({ voted }: Told, raw: RawElection, events: readonly EventRow[]) {
  const isVoting = events.length === 1;
  if (!isVoting) return raw.ballots.length === 0 ? [] : [whole(tables.ballots, 'added', [])];
  const credentials = new Set(raw.credentials.map(credentialOf));
  const rounds = new Map<string, number>();
  const differences = raw.ballots.flatMap((row): Difference[] => {
    const credential = credentialOf(row);
    const round = rounds.get(credential) ?? 0;
    rounds.set(credential, round + 1);
    const ballot = ballotIn(row['ballot']);
    const fields = [
      ...(ballot === null ? ['ballot'] : []),
      ...(ballot !== null && ballot.tracker !== row['tracker'] ? ['tracker'] : []),
      ...(ballot !== null && ballot.credential !== credential ? ['credential'] : []),
      ...(credentials.has(credential) ? [] : ['credential']),
      ...(row['round'] === round ? [] : ['round']),
    ];
    const name = `${String(row['tracker'])} (${String(row['round'])})`;
    if (fields.length === 0) return [];
    return [{ ...whole(tables.ballots, 'changed', [...new Set(fields)]), row: name }];
  });
  if (differences.length > 0 || rounds.size === voted.size) return differences;
  return [whole(tables.ballots, rounds.size < voted.size ? 'removed' : 'added', [])];
}
