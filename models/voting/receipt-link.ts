import { Id } from '../ids.ts';

/** Where anyone checks a record in the browser. */
const recordPath = '/kiem-tra';

interface Linked {
  meetingId: string;
  pollId: string;
  /** Of a receipt. */
  entryHash?: string;
}

/**
 * The address that a receipt's QR code holds, after the origin of the server. What it names stands behind the `#`: it is
 * read in the browser and never sent to the server.
 */
export function receiptUrl({ meetingId, pollId, entryHash }: Linked): string {
  const named = { meeting: meetingId, poll: pollId, ...(entryHash && { receipt: entryHash }) };
  return `${recordPath}#${new URLSearchParams(named).toString()}`;
}

/** What stands behind the `#`; null for what is missing or is none. */
export function readReceiptUrl(fragment: string): {
  meetingId: string | null;
  pollId: string | null;
  entryHash: string | null;
} {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const idIn = (name: string) => Id.safeParse(given.get(name)).data ?? null;
  const hash = given.get('receipt')?.trim().toLowerCase() ?? '';
  return {
    meetingId: idIn('meeting'),
    pollId: idIn('poll'),
    entryHash: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
  };
}
