import { Id } from '../ids.ts';

/** Where anyone checks a record in the browser. */
const recordPath = '/kiem-tra';

interface PollPlace {
  meetingId: string;
  pollId: string;
}
interface Linked extends PollPlace {
  /** Of a receipt. */
  entryHash?: string;
}
interface LinkedSlip {
  slipId: string;
  entryHash: string;
}
interface LinkedBallot extends PollPlace {
  /** Of a ballot of a verifiable poll; without, the link opens the public record only. */
  tracker?: string;
}

/** A tracking number: SHA-256 in base64 without padding. */
const TRACKER = /^[A-Za-z0-9+/]{43}$/;

/**
 * The address that a receipt's QR code holds, after the origin of the server. What it names stands behind the `#`: it is
 * read in the browser and never sent to the server.
 */
export function receiptUrl({ meetingId, pollId, entryHash }: Linked): string {
  return urlOf({ meeting: meetingId, poll: pollId, ...(entryHash && { receipt: entryHash }) });
}

/** The same for an answer to an opinion slip. */
export function slipReceiptUrl({ slipId, entryHash }: LinkedSlip): string {
  return urlOf({ slip: slipId, receipt: entryHash });
}

/** The address for a verifiable poll, whose record is a `.bel`: in it, the ballot of this tracking number. */
export function ballotUrl({ meetingId, pollId, tracker = '' }: LinkedBallot): string {
  return urlOf({ meeting: meetingId, poll: pollId, ballot: tracker });
}

const urlOf = (named: Record<string, string>): string =>
  `${recordPath}#${new URLSearchParams(named).toString()}`;

/** A tracking number as it was typed, in groups or not, with what stands around it; null when it is none. */
export function readTracker(typed: string): string | null {
  const compact = typed.replaceAll(/[\s.·–—-]/g, '').replace(/=+$/, '');
  return TRACKER.test(compact) ? compact : null;
}

/** What stands behind the `#`; null for what is missing or is none. */
export function readReceiptUrl(fragment: string): {
  meetingId: string | null;
  pollId: string | null;
  slipId: string | null;
  entryHash: string | null;
  tracker: string | null;
  /** Whether it names the record of a verifiable poll. */
  isElection: boolean;
} {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const idIn = (name: string) => Id.safeParse(given.get(name)).data ?? null;
  const hash = given.get('receipt')?.trim().toLowerCase() ?? '';
  return {
    meetingId: idIn('meeting'),
    pollId: idIn('poll'),
    slipId: idIn('slip'),
    entryHash: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
    tracker: readTracker(given.get('ballot') ?? ''),
    isElection: given.has('ballot'),
  };
}
