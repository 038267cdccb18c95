import { type EventType, appendEvent, startArchive } from '../../models/belenios/archive/events.ts';
import { jsonHash } from '../../models/belenios/hash.ts';
import { FormatError, encode } from '../../models/belenios/json.ts';
import { openssl } from '../platform/power.ts';
import type { RawRow } from './check-store.ts';

// Rows of an election as they lie in the file, whatever someone wrote there.

export interface EventRow {
  height: number;
  type: string;
  /** Null where it is none. */
  data: string[] | null;
  tracker: unknown;
}

export const eventOf = (row: RawRow): EventRow => ({
  height: Number(row['height']),
  type: String(row['type']),
  data: textsIn(row['data']),
  tracker: row['tracker'],
});

function textsIn(value: unknown): string[] | null {
  const parsed = jsonIn(value);
  const isTexts = Array.isArray(parsed) && parsed.every((one) => typeof one === 'string');
  // As it was written: the same texts with another blank between them were written by someone else.
  return isTexts && JSON.stringify(parsed) === value ? parsed : null;
}

/** Undefined for what is no JSON. */
export function jsonIn(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return undefined;
  }
}

/** A field of parsed JSON; undefined where there is none. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** Of thousands of ballots: by OpenSSL. */
export const trackerOf = (json: string): string => jsonHash(json, openssl.sha256);

/** What a ballot says of itself, without its proofs: its credential and its tracker. Null where it is none. */
export function ballotIn(json: unknown): { credential: string; tracker: string } | null {
  if (typeof json !== 'string') return null;
  const value = jsonIn(json);
  const [credential, signature] = [fieldOf(value, 'credential'), fieldOf(value, 'signature')];
  if (typeof credential !== 'string' || typeof value !== 'object' || value === null) return null;
  const unsigned = Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== 'signature'),
  );
  // The signature names the hash of all the rest: who changes a digit must change that, too.
  const isWhole = fieldOf(signature, 'hash') === trackerOf(encode(unsigned));
  return isWhole && encode(value) === json ? { credential, tracker: trackerOf(json) } : null;
}

/** The texts of a set-up, where they are those that its last one names. */
export function setupIn(event: EventRow | undefined): [string, string, string] | null {
  const [election, trustees, credentials, setup] = event?.data ?? [];
  if (election === undefined || trustees === undefined || credentials === undefined) return null;
  const names = encode({
    election: openssl.sha256(election),
    trustees: openssl.sha256(trustees),
    credentials: openssl.sha256(credentials),
  });
  return names === setup && event?.data?.length === 4 ? [election, trustees, credentials] : null;
}

/** What an encrypted tally names: its own text and how many ballots it holds. Null where the two do not fit. */
export function tallyIn(event: EventRow | undefined): { tally: string; ballots: number } | null {
  const [tally, sized] = event?.data ?? [];
  if (tally === undefined || sized === undefined) return null;
  const value = jsonIn(sized);
  const ballots = fieldOf(value, 'num_tallied');
  const isOwn =
    fieldOf(value, 'encrypted_tally') === openssl.sha256(tally) && encode(value) === sized;
  return isOwn && typeof ballots === 'number' ? { tally, ballots } : null;
}

/** The SHA-256 of the record that these events make, hex; null where they make none. */
export function recordHash(openedAt: string, events: readonly EventRow[]): string | null {
  try {
    let { bytes, head } = startArchive(Math.floor(Date.parse(openedAt) / 1000));
    const parts = [bytes];
    for (const { type, data } of events) {
      // Not "no texts": an event without any has an empty list, and would pass for unchanged.
      if (data === null) return null;
      ({ bytes, head } = appendEvent(head, type as EventType, data));
      parts.push(bytes);
    }
    return openssl.sha256(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof RangeError || error instanceof FormatError) return null;
    throw error;
  }
}
