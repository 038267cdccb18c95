import { randomInt } from 'node:crypto';
import type { Id } from '../../models/ids.ts';

/**
 * Six-digit codes for the door, different for each person of a meeting.
 * @param given codes that people of the meeting have already; theirs stay
 */
export function pinsFor(personIds: readonly Id[], given: ReadonlyMap<Id, string>): Map<Id, string> {
  const pins = new Map(given);
  const taken = new Set(given.values());
  for (const personId of personIds) {
    if (pins.has(personId)) continue;
    const pin = freshPin(taken);
    taken.add(pin);
    pins.set(personId, pin);
  }
  return pins;
}

function freshPin(taken: ReadonlySet<string>): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (!taken.has(pin)) return pin;
  }
}
