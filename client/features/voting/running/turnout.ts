import type { z } from 'zod';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { getTurnout } from '../../../../models/contracts/voting-acts.ts';
import { isPresent } from '../../../../models/presence.ts';

type Turnout = z.infer<(typeof getTurnout)['response']>;
export type Line = Turnout['items'][number];
/** A ballot that someone entered, until a second person has confirmed or refused it. */
export type Entry = Turnout['entries'][number];

/** Those on the roll who vote in person, by whether they have a page of the meeting open. */
export function readyOf(items: readonly Line[]) {
  const notReady = items.filter(({ connected, castBy }) => !connected && castBy === null);
  return { ready: items.length - notReady.length, notReady };
}

/** Members whose vote nobody can give now: they are not present and have let nobody vote for them. */
export function missingOf(entries: readonly RollEntry[], items: readonly Line[]): RollEntry[] {
  const onRoll = new Set(items.map(({ personId }) => personId));
  return entries.filter(
    ({ role, state, personId }) => role !== 'guest' && !isPresent(state) && !onRoll.has(personId),
  );
}

/** Those who have not voted; first whoever has a page open, whom a reminder reaches. */
export const waitingOf = (items: readonly Line[]): Line[] =>
  items.filter(({ voted }) => !voted).toSorted((a, b) => Number(b.connected) - Number(a.connected));
