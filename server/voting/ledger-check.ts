import { isDeepStrictEqual } from 'node:util';
import type { Choice } from '../../models/contracts/voting.ts';
import { type Id } from '../../models/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { Entry, type LedgerRow, genesis, hashOf } from './ledger.ts';
import { type Counts, verdictOf } from './rules.ts';

export interface LedgerCheck {
  ok: boolean;
  entries: number;
  /** In words, each with the sequence number of the entry at fault. */
  errors: string[];
}

/**
 * Checks the ledger of one poll from nothing but its entries: that the chain is whole, that it tells a possible story
 * (one opening, ballots of people on the roll, each once, all before the close), and that the verdict is what the
 * ballots and the frozen rules give. What it cannot see is an end that was cut off: compare the last hash with a
 * receipt or with minutes for that.
 */
export function verifyLedger(rows: readonly LedgerRow[]): LedgerCheck {
  const errors: string[] = [];
  const story: Entry[] = [];
  let previousHash = genesis;
  for (const [place, row] of rows.entries()) {
    const read = readEntry(row, place, previousHash);
    if (typeof read === 'string') errors.push(`${place}: ${read}`);
    else story.push(read);
    previousHash = row.hash;
  }
  // A story with a page missing is not worth reading.
  if (errors.length === 0) errors.push(...storyErrors(story));
  return { ok: errors.length === 0, entries: rows.length, errors };
}

/** @returns the entry, or what is wrong with it */
function readEntry(row: LedgerRow, place: number, previousHash: string): Entry | string {
  if (hashOf(row.entry) !== row.hash) return 'the hash is not that of the entry';
  const parsed = Entry.safeParse(jsonOf(row.entry));
  if (!parsed.success) return 'not an entry of a ledger';
  const entry = parsed.data;
  if (canonicalJson(entry) !== row.entry) return 'not in canonical form';
  if (entry.sequence !== place || row.sequence !== place) return 'out of order';
  if (entry.previousHash !== previousHash || row.previousHash !== previousHash)
    return 'does not follow from the entry before';
  return entry;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type OpenedEntry = Extract<Entry, { type: 'opened' }>;

/** A poll as its ledger tells it so far. */
interface Story {
  opened: OpenedEntry | null;
  choices: Map<Id, Choice>;
  ended: 'closed' | 'voided' | null;
}

function storyErrors(entries: readonly Entry[]): string[] {
  const story: Story = { opened: null, choices: new Map(), ended: null };
  const pollId = entries[0]?.pollId;
  return entries.flatMap((entry) => {
    const error = entry.pollId === pollId ? tell(story, entry) : 'belongs to another poll';
    return error === null ? [] : [`${entry.sequence}: ${error}`];
  });
}

/** Takes one entry into the story. @returns why it does not fit, or null */
function tell(story: Story, entry: Entry): string | null {
  if (story.ended === 'voided') return 'comes after the poll was declared void';
  if (entry.type === 'voided') {
    story.ended = 'voided';
    return null;
  }
  if (story.ended === 'closed') return 'comes after the poll was closed';
  if (entry.type === 'opened') return tellOpening(story, entry);
  if (story.opened === null) return 'comes before the poll was opened';
  if (entry.type === 'cast') return tellBallot(story, story.opened, entry);
  story.ended = 'closed';
  const recount = verdictFrom(story.opened, story.choices);
  return isDeepStrictEqual(recount, entry.verdict)
    ? null
    : 'the verdict is not what the ballots give';
}

function tellOpening(story: Story, entry: OpenedEntry): string | null {
  if (story.opened !== null) return 'opens the poll a second time';
  story.opened = entry;
  return null;
}

function tellBallot(
  { choices }: Story,
  { voters }: OpenedEntry,
  { personId, choice }: Extract<Entry, { type: 'cast' }>,
): string | null {
  if (!voters.some((voter) => voter.personId === personId)) return 'the voter is not on the roll';
  if (choices.has(personId)) return 'the voter has voted before';
  choices.set(personId, choice);
  return null;
}

function verdictFrom({ voters, members, ruleSet }: OpenedEntry, choices: Map<Id, Choice>) {
  const counts: Counts = { for: 0, against: 0, abstain: 0 };
  for (const choice of choices.values()) counts[choice] += 1;
  const chair = voters.find(({ isChair }) => isChair);
  const chairChoice = (chair && choices.get(chair.personId)) ?? null;
  return verdictOf({ counts, voters: voters.length, members, ruleSet, chairChoice });
}
