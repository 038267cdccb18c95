import { Id } from '../ids.ts';

/** Where anyone checks the public record of a verifiable secret poll in the browser. */
export const electionRecordPath = '/phieu-kin';

interface Linked {
  meetingId: string;
  pollId: string;
  /** Of a ballot. */
  tracker?: string;
}

/**
 * The address that the QR code of an encrypted ballot's receipt holds, after the origin of the server. What it names stands
 * behind the `#`: the server never learns whose ballot is looked for.
 */
export function electionUrl({ meetingId, pollId, tracker }: Linked): string {
  const named = { meeting: meetingId, poll: pollId, ...(tracker && { tracker }) };
  return `${electionRecordPath}#${new URLSearchParams(named).toString()}`;
}

/** What stands behind the `#`; null for what is missing or is none. */
export function readElectionUrl(fragment: string): {
  meetingId: string | null;
  pollId: string | null;
  tracker: string | null;
} {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const idIn = (name: string) => Id.safeParse(given.get(name)).data ?? null;
  return {
    meetingId: idIn('meeting'),
    pollId: idIn('poll'),
    tracker: readTracker(given.get('tracker') ?? ''),
  };
}

/** A tracking number as someone types or pastes it, in groups or not; null when it is none. */
export function readTracker(typed: string): string | null {
  const tracker = typed.replaceAll(/\s/g, '').replace(/=$/, '');
  return /^[A-Za-z0-9+/]{43}$/.test(tracker) ? tracker : null;
}
