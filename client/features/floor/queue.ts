import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { onePlace } from '../../primitives/order.ts';

/** The floor taken apart into what the screens show. */
export interface Standing {
  speaker: FloorEntry | undefined;
  interrupted: readonly FloorEntry[];
  waiting: readonly FloorEntry[];
}

export const standingOf = ({ entries }: Floor): Standing => ({
  speaker: entries.find(({ state }) => state === 'speaking'),
  interrupted: entries.filter(({ state }) => state === 'interrupted'),
  waiting: entries.filter(({ state }) => state === 'waiting'),
});

/** What one person has going: the own speech, and the own requests with their place among all, from 1. */
export function ownPart({ entries }: Floor, personId: Id) {
  const waiting = entries.filter(({ state }) => state === 'waiting');
  return {
    speech: entries.find((one) => one.personId === personId && one.state === 'speaking'),
    total: waiting.length,
    requests: waiting.flatMap((entry, at) =>
      entry.personId === personId ? [{ entry, place: at + 1 }] : [],
    ),
  };
}

/**
 * Before whom a request has to be put to come one place up or down; undefined where it stands at that end already. Points
 * of order stay before all others, so nobody moves past that border.
 */
export function beforeWhom(
  waiting: readonly FloorEntry[],
  id: Id,
  direction: 'up' | 'down',
): Id | null | undefined {
  const at = waiting.findIndex((entry) => entry.id === id);
  const other = waiting[at + (direction === 'up' ? -1 : 1)];
  return isUrgent(other) === isUrgent(waiting[at]) ? onePlace(waiting, id, direction) : undefined;
}

const isUrgent = (entry: FloorEntry | undefined): boolean => entry?.kind === 'point_of_order';

/** What becomes of the present speech when a request gets the floor. */
export function effectOnSpeaker(
  speaker: FloorEntry | undefined,
  next: FloorEntry | undefined,
): 'none' | 'ends' | 'interrupts' {
  if (speaker === undefined) return 'none';
  return isUrgent(next) && !isUrgent(speaker) ? 'interrupts' : 'ends';
}

/** What is left of a speech that has just ended, in whole seconds, at least what the server takes. */
export function secondsToGoOn({ allottedSeconds, spokenMs }: FloorEntry): number | null {
  if (allottedSeconds === null) return null;
  return Math.max(30, Math.ceil(allottedSeconds - spokenMs / 1000));
}

export interface PresentItem {
  id: Id;
  /** From 1. */
  number: number;
  total: number;
  minutes: number;
  since: string | null;
}

/** The item that is on; undefined before the first one and for a meeting that is not open. */
export function presentItem({
  agenda,
  currentAgendaItemId,
  currentItemSince,
  state,
}: Meeting): PresentItem | undefined {
  const at = agenda.findIndex(({ id }) => id === currentAgendaItemId);
  const item = agenda[at];
  if (item === undefined || state !== 'open') return undefined;
  const { id, minutes } = item;
  return { id, number: at + 1, total: agenda.length, minutes, since: currentItemSince };
}
