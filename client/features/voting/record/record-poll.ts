import type { LedgerFile } from '../../../../models/contracts/ledger.ts';
import type { NamedBallot, Poll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import {
  type PollEntry,
  type PollSoFar,
  emptyPoll,
  pollStory,
  tellPoll,
} from '../../../../models/voting/poll-story.ts';

/** A poll as its record tells it. */
export interface RecordedPoll {
  /** Null when the record does not hold the opening. */
  poll: Poll | null;
  entries: readonly PollEntry[];
  /** SHA-256 of the whole record of the secret ballots (`.bel`), once a verifiable poll has a result. */
  electionHash: string | null;
  nameOf(personId: Id): string | null;
}

/** Reads the story of a poll; what cannot be read is left out. @returns null for the record of something else */
export function recordedPoll({ entries: lines }: LedgerFile): RecordedPoll | null {
  const entries = lines.map(({ entry }) => readEntry(entry)).filter((entry) => entry !== null);
  if (entries.length === 0) return null;
  const soFar = emptyPoll();
  for (const entry of entries) {
    try {
      tellPoll(soFar, entry);
    } catch {
      // The check names it.
    }
  }
  const nameOf = (personId: Id) => soFar.roll.get(personId)?.fullName ?? null;
  const electionHash = soFar.closed?.election?.record ?? null;
  return { poll: pollOf(soFar, nameOf), entries, electionHash, nameOf };
}

function readEntry(text: string): PollEntry | null {
  try {
    return pollStory.entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function pollOf(soFar: PollSoFar, nameOf: RecordedPoll['nameOf']): Poll | null {
  const { opened, closed, announced, voided, roll, casts, voted, endsAt } = soFar;
  if (opened === null) return null;
  const { ledgerId, meetingId, agendaItemId, number, question, paper, secrecy, binding } = opened;
  const state = voided ? 'void' : closed ? 'closed' : 'open';
  return {
    id: ledgerId,
    meetingId,
    agendaItemId,
    number,
    // How often its draft was edited is not on record.
    revision: 0,
    question,
    paper,
    secrecy,
    binding,
    link: opened.link,
    ruleSet: opened.ruleSet,
    ownRulesReason: opened.ownRulesReason,
    reveal: 'closing',
    state,
    openedAt: opened.at,
    endsAt,
    closedAt: closed?.at ?? null,
    announcedAt: announced?.at ?? null,
    voidReason: voided?.reason ?? null,
    voters: roll.size,
    cast: casts.size + voted.size,
    verdict: closed?.verdict ?? null,
    ballots: secrecy === 'open' && closed !== null ? ballotsOf(soFar, nameOf) : null,
  };
}

function ballotsOf(
  { opened, roll, casts }: PollSoFar,
  nameOf: RecordedPoll['nameOf'],
): NamedBallot[] {
  const someone = (personId: Id) => ({ personId, fullName: nameOf(personId) ?? '…' });
  const first = new Set(opened?.voters.map(({ personId }) => personId));
  return [...roll.values()].map(({ personId, fullName, office, weight, castBy }) => {
    const last = casts.get(personId)?.at(-1);
    return {
      personId,
      fullName,
      office,
      weight,
      marks: last?.marks ?? null,
      castBy: castBy === null ? null : someone(castBy),
      entered:
        last?.confirmedBy && last.by !== null
          ? { by: someone(last.by), confirmedBy: someone(last.confirmedBy) }
          : null,
      addedLate: !first.has(personId),
    };
  });
}
