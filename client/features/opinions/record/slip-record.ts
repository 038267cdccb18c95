import type { LedgerFile } from '../../../../models/contracts/ledger.ts';
import type { Id } from '../../../../models/ids.ts';
import type { SentAct, SlipAct } from '../../../../models/voting/slip-acts.ts';
import { type SlipEntry, slipStory } from '../../../../models/voting/slip-story.ts';

/** A slip as its record tells it. */
export interface RecordedSlip {
  sent: SentAct;
  /** Null where it was withdrawn, or has not ended. */
  closed: Extract<SlipAct, { type: 'slip_closed' }> | null;
  entries: readonly SlipEntry[];
  nameOf(personId: Id): string | null;
}

/** Reads the story of a slip; what cannot be read is left out. @returns null for the record of something else */
export function recordedSlip({ entries: lines }: Pick<LedgerFile, 'entries'>): RecordedSlip | null {
  const entries = lines.map(({ entry }) => readEntry(entry)).filter((entry) => entry !== null);
  const sent = entries.find((entry) => entry.type === 'slip_sent');
  if (sent === undefined) return null;
  const names = new Map(sent.recipients.map(({ personId, fullName }) => [personId, fullName]));
  const closed = entries.find((entry) => entry.type === 'slip_closed') ?? null;
  return { sent, closed, entries, nameOf: (personId) => names.get(personId) ?? null };
}

function readEntry(text: string): SlipEntry | null {
  try {
    return slipStory.entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
