import { createHash } from 'node:crypto';
import { type EventType, appendEvent, startArchive } from '../../models/belenios/archive/events.ts';
import type { Id } from '../../models/ids.ts';
import type { EventRow } from './store.ts';

/** An event of the record before it has its place. */
export interface NewEvent {
  type: EventType;
  data: string[];
  tracker?: string;
}

/** @param from the place of the first */
export const eventRows = (pollId: Id, from: number, events: readonly NewEvent[]): EventRow[] =>
  events.map(({ type, data, tracker = null }, at) => ({
    pollId,
    height: from + at,
    type,
    data,
    tracker,
  }));

const names: ReadonlySet<string> = new Set<EventType>([
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'PartialDecryption',
  'Result',
]);
const isName = (name: string): name is EventType => names.has(name);

/** A stored event. */
export function asEvent({ type, data }: EventRow): Pick<NewEvent, 'type' | 'data'> {
  if (!isName(type)) throw new Error('an event of an unknown kind');
  return { type, data };
}

/**
 * The archive of events, in parts.
 * @param openedAt its time, ISO 8601
 */
export function archiveOf(
  openedAt: string,
  events: readonly Pick<NewEvent, 'type' | 'data'>[],
): Uint8Array[] {
  let { bytes, head } = startArchive(Math.floor(Date.parse(openedAt) / 1000));
  const parts = [bytes];
  for (const { type, data } of events) {
    ({ bytes, head } = appendEvent(head, type, data));
    parts.push(bytes);
  }
  return parts;
}

/** SHA-256, hex. */
export function hashOfParts(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
