import type { Id } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Fault, FaultCode } from './faults.ts';
import { type Act, type LedgerRow, type Place, genesis, hashOf } from './ledger.ts';
import { oldFault, readOldEntry } from './old-ledger.ts';
import { pollStory } from './poll-story.ts';
import { slipStory } from './slip-story.ts';
import type { Story } from './story.ts';

export interface LedgerCheck {
  faults: Fault[];
  /** Of its first entry; null where that cannot be read. */
  ledgerId: Id | null;
  /** Sequence numbers of the entries that the server signs. */
  signed: number[];
  /** Of the time before entries named their ledger: of these nothing but the chain can be checked. */
  isOld: boolean;
}

/**
 * Checks a ledger from nothing but its entries: that the chain is whole, that it tells a possible story, and that the
 * verdict is what the ballots and the frozen rules give. What it cannot see is an end that was cut off: compare the
 * last hash with a receipt or with minutes for that.
 */
export function checkLedger(rows: readonly LedgerRow[]): LedgerCheck {
  const [first] = rows;
  if (first === undefined)
    return {
      faults: [{ sequence: null, code: 'empty' }],
      ledgerId: null,
      signed: [],
      isOld: false,
    };
  const old = readOldEntry(first);
  if (old !== null) return checkOld(rows, old.pollId);
  const value = jsonOf(first.entry);
  const check = checks.find(({ fits }) => fits(value)) ?? checks[0];
  return check.run(rows);
}

function checkOld(rows: readonly LedgerRow[], ledgerId: Id): LedgerCheck {
  const faults = rows.flatMap((row, sequence): Fault[] => {
    const code = oldFault(row, sequence, rows[sequence - 1]?.hash);
    return code === null ? [] : [{ sequence, code }];
  });
  return { faults, ledgerId, signed: [], isOld: true };
}

function checkOf<Entry extends Act & Place>(story: Story<Entry>) {
  return {
    fits: (value: unknown) => story.entry.safeParse(value).success,
    run: (rows: readonly LedgerRow[]) => checkAs(story, rows),
  };
}

/** One for each kind of ledger. */
const checks = [checkOf(pollStory), checkOf(slipStory)] as const;

function checkAs<Entry extends Act & Place>(
  story: Story<Entry>,
  rows: readonly LedgerRow[],
): LedgerCheck {
  const faults: Fault[] = [];
  const entries: Entry[] = [];
  let previousHash = genesis;
  for (const [place, row] of rows.entries()) {
    const read = readEntry(story, row, { sequence: place, previousHash });
    if (typeof read === 'string') faults.push({ sequence: place, code: read });
    else entries.push(read);
    previousHash = row.hash;
  }
  // A story with a page missing is not worth reading.
  if (faults.length === 0) faults.push(...storyFaults(story, entries));
  const signed = entries.filter((entry) => story.isSigned(entry));
  const ledgerId = entries[0]?.ledgerId ?? null;
  return { faults, ledgerId, signed: signed.map(({ sequence }) => sequence), isOld: false };
}

/** @returns the entry, or what is wrong with it */
function readEntry<Entry extends Act & Place>(
  story: Story<Entry>,
  row: LedgerRow,
  { sequence, previousHash }: Place,
): Entry | FaultCode {
  if (hashOf(row.entry) !== row.hash) return 'hash';
  const parsed = story.entry.safeParse(jsonOf(row.entry));
  if (!parsed.success) return 'shape';
  const entry = parsed.data;
  if (canonical(entry) !== row.entry) return 'form';
  if (entry.sequence !== sequence || row.sequence !== sequence) return 'order';
  if (entry.previousHash !== previousHash || row.previousHash !== previousHash) return 'link';
  return entry;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null where there is no such form, as of a broken surrogate pair. */
function canonical(entry: Act): string | null {
  try {
    return canonicalJson(entry);
  } catch {
    return null;
  }
}

function storyFaults<Entry extends Act & Place>(
  story: Story<Entry>,
  entries: readonly Entry[],
): Fault[] {
  const tell = story.begin();
  const ledgerId = entries[0]?.ledgerId;
  return entries.flatMap((entry) => {
    const code = entry.ledgerId === ledgerId ? told(tell, entry) : 'other_ledger';
    return code === null ? [] : [{ sequence: entry.sequence, code }];
  });
}

/** Numbers out of all bounds make the count itself fail. */
function told<Entry>(tell: (entry: Entry) => FaultCode | null, entry: Entry): FaultCode | null {
  try {
    return tell(entry);
  } catch {
    return 'impossible';
  }
}
