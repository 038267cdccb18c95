import type { Json } from '../../models/voting/canonical-json.ts';
import type { LedgerRow } from '../../models/voting/ledger.ts';
import {
  type PollEntry,
  type PollSoFar,
  emptyPoll,
  pollStory,
  tellPoll,
} from '../../models/voting/poll-story.ts';
import type { Cell, ExpectedRow } from './differences.ts';

/** What a ledger tells of a poll, as far as its entries can be trusted. */
export interface Told extends PollSoFar {
  hashes: ReadonlyMap<number, string>;
  /** Why someone came on the roll after opening. */
  reasons: ReadonlyMap<string, string>;
}

/** Reads the story from entries whose hash is right. */
export function toldBy(rows: readonly LedgerRow[]): Told {
  const poll = emptyPoll();
  const hashes = new Map<number, string>();
  const reasons = new Map<string, string>();
  for (const { sequence, hash, entry: text } of rows) {
    const entry = readEntry(text);
    if (entry === null) continue;
    hashes.set(sequence, hash);
    if (entry.type === 'voter_added') reasons.set(entry.voter.personId, entry.reason);
    try {
      tellPoll(poll, entry);
    } catch {
      // Named as a fault of the ledger already.
    }
  }
  return { ...poll, hashes, reasons };
}

function readEntry(text: string): PollEntry | null {
  try {
    return pollStory.entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const flag = (is: boolean): number => (is ? 1 : 0);
const json = (value: Json): Cell => ({ json: value });

/** The columns of the poll itself; of a part that is not told, none. */
export function pollCells(told: Told): Record<string, Cell> {
  const { opened, closed, announced, voided } = told;
  return {
    ...(opened !== null && openedCells(told, opened)),
    ...(closed !== null && { closed_at: closed.at, verdict: json(closed.verdict) }),
    ...(opened !== null && closed === null && { closed_at: null, verdict: null }),
    announced_at: announced?.at ?? null,
    void_reason: voided?.reason ?? null,
    state: stateOf(told),
  };
}

function openedCells({ endsAt }: Told, opened: NonNullable<Told['opened']>): Record<string, Cell> {
  return {
    meeting_id: opened.meetingId,
    agenda_item_id: opened.agendaItemId,
    number: opened.number,
    question: opened.question,
    paper: json(opened.paper),
    secrecy: opened.secrecy,
    trustees: opened.election === undefined ? null : json(opened.election.trustees),
    binding: flag(opened.binding),
    link_kind: opened.link?.kind ?? null,
    linked_poll_id: opened.link?.pollId ?? null,
    own_rules_reason: opened.ownRulesReason,
    rule_set: json(opened.ruleSet),
    members: opened.members,
    members_weight: opened.membersWeight,
    present: opened.quorum.present,
    opened_at: opened.at,
    ends_at: endsAt,
  };
}

function stateOf({ opened, closed, voided }: Told): string {
  if (voided !== null) return 'void';
  if (closed !== null) return 'closed';
  return opened === null ? 'draft' : 'open';
}

export const voterRows = ({ roll, reasons }: Told): ExpectedRow[] =>
  [...roll.values()].map((voter) => ({
    row: voter.personId,
    personId: voter.personId,
    cells: {
      full_name: voter.fullName,
      office: voter.office,
      is_chair: flag(voter.isChair),
      position: voter.position,
      weight: voter.weight,
      cast_by: voter.castBy,
      added_reason: reasons.get(voter.personId) ?? null,
    },
  }));

/** How a ballot is named: the voter, and which of their changes it is. */
export const ballotName = (personId: unknown, change: unknown): string =>
  change === 0 ? String(personId) : `${String(personId)} (${String(change)})`;

/** With every change. */
export const ballotRows = ({ casts, roll, hashes }: Told): ExpectedRow[] =>
  [...casts.values()].flat().map((cast) => {
    const { personId, by, confirmedBy, sequence } = cast;
    const change = casts.get(personId)?.indexOf(cast) ?? 0;
    return {
      row: ballotName(personId, change),
      personId,
      cells: {
        marks: json(cast.marks),
        cast_at: cast.at,
        cast_by: roll.get(personId)?.castBy ?? personId,
        entered_by: confirmedBy === null ? null : by,
        confirmed_by: confirmedBy,
        sequence,
        entry_hash: hashes.get(sequence) ?? null,
      },
    };
  });

export const participationRows = ({ voted, hashes }: Told): ExpectedRow[] =>
  [...voted.values()].map(({ personId, sequence }) => ({
    row: personId,
    personId,
    cells: { sequence, entry_hash: hashes.get(sequence) ?? null },
  }));

/** Null while nobody can say which they are: before the close. */
export const secretRows = ({ closed }: Told): ExpectedRow[] | null =>
  closed?.ballots?.map(({ ballotId, marks, weight }) => ({
    row: ballotId,
    personId: null,
    cells: { marks: json(marks), weight },
  })) ?? null;

/** Ballots that were entered for someone and confirmed. */
export const enteredRows = ({ casts }: Told): ExpectedRow[] =>
  [...casts.values()]
    .flat()
    .filter(({ confirmedBy }) => confirmedBy !== null)
    .map(({ personId, marks, by, confirmedBy }) => ({
      row: personId,
      personId,
      cells: { marks: json(marks), entered_by: by, decided_by: confirmedBy },
    }));
