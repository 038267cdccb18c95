import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloorEntry, floorKinds } from '../../models/contracts/floor.ts';
import { after } from '../platform/clock.ts';
import {
  type Change,
  type Queue,
  ask,
  decline,
  end,
  extend,
  give,
  inOrder,
  leave,
  move,
  newEntry,
  nextOf,
  spokenAt,
  withdraw,
} from './rules.ts';

const start = '2026-03-02T01:00:00.000Z';
const people = ['an', 'binh', 'chi', 'dung'];
const unlimited = { seconds: undefined, defaultSeconds: null };

/** One step of a meeting; numbers choose among the entries that there are. */
const step = fc.record({
  act: fc.constantFrom('ask', 'give', 'givePerson', 'end', 'withdraw', 'decline', 'move', 'extend'),
  person: fc.constantFrom(...people),
  kind: fc.constantFrom(...floorKinds),
  pick: fc.nat(30),
  other: fc.nat(30),
  seconds: fc.option(fc.integer({ min: 10, max: 600 })),
  wait: fc.integer({ min: 0, max: 90_000 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const steps = fc.array(step, { maxLength: 40 });

/** A floor with every entry that it ever had. */
class History {
  now = start;
  readonly all = new Map<string, FloorEntry>();
  /** How long anyone had the floor, measured from outside. */
  heldMs = 0;

  get queue(): Queue {
    return [...this.all.values()].filter(({ state }) =>
      ['waiting', 'speaking', 'interrupted'].includes(state),
    );
  }

  take({ wait, ...one }: Step): Change {
    if (this.queue.some(({ state }) => state === 'speaking')) this.heldMs += wait;
    this.now = after(this.now, wait);
    const change = this.#decide(one);
    if (typeof change !== 'string') for (const entry of change) this.all.set(entry.id, entry);
    return change;
  }

  #decide({ act, person, kind, pick, other, seconds }: Omit<Step, 'wait'>): Change {
    const { now, queue } = this;
    const id = this.#idAt(pick);
    const turn = { seconds, defaultSeconds: 300 };
    switch (act) {
      case 'ask':
        return ask(queue, this.#request(person, kind));
      case 'give':
        return give(queue, id, turn, now);
      case 'givePerson': {
        const entry = nextOf(queue, person) ?? newEntry(queue, this.#request(person, 'speech'));
        return give([...queue.filter((one) => one !== entry), entry], entry.id, turn, now);
      }
      case 'end':
        return end(queue, id, now);
      case 'withdraw':
        return withdraw(queue, id, now);
      case 'decline':
        return decline(queue, id, now);
      case 'extend':
        return extend(queue, id, seconds ?? 60, now);
      default:
        return move(queue, id, other % 4 === 0 ? null : this.#idAt(other));
    }
  }

  #idAt(pick: number): string {
    const ids = [...this.all.keys()];
    return ids[pick % Math.max(1, ids.length)] ?? 'nobody';
  }

  #request(personId: string, kind: FloorEntry['kind']) {
    const id = String(this.all.size).padStart(4, '0');
    return { id, personId, kind, topic: '', agendaItemId: null, askedAt: this.now };
  }
}

const waitingIds = (queue: Queue) =>
  inOrder(queue)
    .filter(({ state }) => state === 'waiting')
    .map(({ id }) => id);

/** Looks at a floor after each step of random meetings. */
function always(look: (floor: History, before: FloorEntry[], one: Step, change: Change) => void) {
  fc.assert(
    fc.property(steps, (all) => {
      const floor = new History();
      for (const one of all) {
        const before = [...floor.all.values()];
        look(floor, before, one, floor.take(one));
      }
    }),
    { numRuns: 400 },
  );
}

describe('the floor, at random', () => {
  it('[F1] at most one speaks, and what is interrupted waits for a point of order', () => {
    always(({ queue }) => {
      const speaking = queue.filter(({ state }) => state === 'speaking');
      const held = queue.filter(({ state }) => state === 'interrupted');
      expect(speaking.length).toBeLessThanOrEqual(1);
      expect(held.length).toBeLessThanOrEqual(1);
      if (held.length === 1) expect(speaking[0]?.kind).toBe('point_of_order');
      for (const { state, since } of queue) expect(since !== null).toBe(state === 'speaking');
    });
  });

  it('[F2] nobody is lost, and what has ended stays as it was', () => {
    always(({ all }, before) => {
      for (const earlier of before) {
        const now = all.get(earlier.id);
        expect(now).toBeDefined();
        if (earlier.endedAt !== null) expect(now).toEqual(earlier);
      }
    });
  });

  it('[F3] time adds up: what the entries say they spoke is how long the floor was held', () => {
    always(({ all, now, heldMs }) => {
      const spoken = [...all.values()].map((entry) => spokenAt(entry, now));
      expect(spoken.reduce((sum, ms) => sum + ms, 0)).toBe(heldMs);
    });
  });

  it('[F4] points of order stand before all others, and nobody waits twice for the same', () => {
    always(({ queue }) => {
      const waiting = inOrder(queue).filter(({ state }) => state === 'waiting');
      const orders = waiting.map(({ kind }) => kind === 'point_of_order');
      expect(orders).toEqual(orders.toSorted((a, b) => Number(b) - Number(a)));
      const asked = waiting.map(({ personId, kind }) => `${personId} ${kind}`);
      expect(new Set(asked).size).toBe(asked.length);
    });
  });

  it('[F5] the order of those who wait changes only by being moved', () => {
    always(({ queue }, before, { act }) => {
      if (act === 'move') return;
      const earlier = waitingIds(before);
      const now = waitingIds(queue);
      expect(now.filter((id) => earlier.includes(id))).toEqual(
        earlier.filter((id) => now.includes(id)),
      );
    });
  });

  it('[F6] being moved changes nobody else’s order, and puts before whom it was asked', () => {
    always(({ queue }, before, { act }, change) => {
      if (act !== 'move' || typeof change === 'string') return;
      const { id: moved } = change.find((one) => !sameIn(before, one)) ?? { id: '' };
      const rest = (ids: string[]) => ids.filter((id) => id !== moved);
      if (change.length === 1) expect(rest(waitingIds(queue))).toEqual(rest(waitingIds(before)));
      expect(waitingIds(queue).toSorted()).toEqual(waitingIds(before).toSorted());
    });
  });

  it('[F7] the end of the meeting leaves nobody speaking or waiting, and no time unaccounted', () => {
    always(({ all, queue, now, heldMs }) => {
      const left = new Map(all);
      for (const entry of leave(queue, () => true, now)) left.set(entry.id, entry);
      const states = [...left.values()].map(({ state }) => state);
      expect(states.every((state) => ['done', 'withdrawn', 'declined'].includes(state))).toBe(true);
      const spoken = [...left.values()].map((entry) => entry.spokenMs);
      expect(spoken.reduce((sum, ms) => sum + ms, 0)).toBe(heldMs);
    });
  });
});

const sameIn = (queue: Queue, entry: FloorEntry) =>
  queue.find(({ id }) => id === entry.id)?.place === entry.place;

/** Requests of these kinds, each of a person of its own. */
function requests(...kinds: FloorEntry['kind'][]): FloorEntry[] {
  const queue: FloorEntry[] = [];
  for (const [index, kind] of kinds.entries()) {
    const request = { personId: `p${index}`, kind, topic: '', agendaItemId: null, askedAt: start };
    queue.push(newEntry(queue, { id: `e${index}`, ...request }));
  }
  return queue;
}

function then(queue: Queue, change: Change): FloorEntry[] {
  if (typeof change === 'string') throw new Error(change);
  const changed = new Map(change.map((one) => [one.id, one]));
  return queue.map((one) => changed.get(one.id) ?? one);
}

const entryOf = (queue: Queue, id: string) => queue.find((one) => one.id === id);

describe('a turn', () => {
  it('[F8] a point of order interrupts a speech, which goes on with the time that was left', () => {
    const turn = { seconds: 120, defaultSeconds: null };
    let queue: Queue = requests('speech', 'point_of_order');
    queue = then(queue, give(queue, 'e0', turn, start));
    queue = then(queue, give(queue, 'e1', unlimited, after(start, 30_000)));
    expect(entryOf(queue, 'e0')).toMatchObject({ state: 'interrupted', spokenMs: 30_000 });
    queue = then(queue, end(queue, 'e1', after(start, 50_000)));
    expect(entryOf(queue, 'e0')).toMatchObject({
      state: 'speaking',
      spokenMs: 30_000,
      since: after(start, 50_000),
      allottedSeconds: 120,
      startedAt: start,
    });
    expect(entryOf(queue, 'e1')).toMatchObject({ state: 'done', spokenMs: 20_000 });
  });

  it('[F9] any other turn ends the speaker, and what was interrupted', () => {
    let queue: Queue = requests('speech', 'point_of_order', 'question');
    for (const id of ['e0', 'e1', 'e2']) queue = then(queue, give(queue, id, unlimited, start));
    expect(queue.map(({ state }) => state)).toEqual(['done', 'done', 'speaking']);
  });

  it('[F10] the floor can go back to the interrupted speech at once', () => {
    let queue: Queue = requests('speech', 'point_of_order');
    const turn = { seconds: 60, defaultSeconds: null };
    queue = then(queue, give(queue, 'e0', turn, start));
    queue = then(queue, give(queue, 'e1', turn, after(start, 10_000)));
    queue = then(queue, give(queue, 'e0', { ...turn, seconds: 30 }, after(start, 20_000)));
    expect(queue.map(({ state }) => state)).toEqual(['speaking', 'done']);
    expect(entryOf(queue, 'e0')?.allottedSeconds).toBe(40);
  });

  it('[F11] more time counts from now where the time is over; who has no limit needs none', () => {
    let queue: Queue = requests('speech');
    const turn = { seconds: 60, defaultSeconds: null };
    queue = then(queue, give(queue, 'e0', turn, start));
    const early = then(queue, extend(queue, 'e0', 30, after(start, 10_000)));
    expect(entryOf(early, 'e0')?.allottedSeconds).toBe(90);
    const late = then(queue, extend(queue, 'e0', 30, after(start, 100_000)));
    expect(entryOf(late, 'e0')?.allottedSeconds).toBe(130);
    const free = then(requests('speech'), give(requests('speech'), 'e0', unlimited, start));
    expect(extend(free, 'e0', 30, start)).toEqual(free);
  });

  it('[F12] what has ended or does not wait is refused', () => {
    const [entry] = requests('speech');
    const over: Queue = entry === undefined ? [] : [{ ...entry, state: 'speaking', since: start }];
    expect(give(over, 'e0', unlimited, start)).toBe('floor_state');
    expect(decline(over, 'e0', start)).toBe('floor_state');
    expect(move(over, 'e0', null)).toBe('floor_state');
    for (const nothing of [end([], 'e0', start), withdraw([], 'e0', start)])
      expect(nothing).toBe('floor_state');
  });
});

describe('moving', () => {
  it('[F13] puts before the one that was named, or last', () => {
    const queue = requests('speech', 'speech', 'speech', 'point_of_order');
    const moved = (id: string, beforeId: string | null) =>
      waitingIds(then(queue, move(queue, id, beforeId)));
    expect(moved('e2', 'e0')).toEqual(['e3', 'e2', 'e0', 'e1']);
    expect(moved('e0', null)).toEqual(['e3', 'e1', 'e2', 'e0']);
    expect(moved('e2', 'e3')).toEqual(['e3', 'e2', 'e0', 'e1']);
    expect(moved('e3', 'e1')).toEqual(['e3', 'e0', 'e1', 'e2']);
  });

  it('[F14] works however often the same two change places', () => {
    let queue: Queue = requests('speech', 'speech', 'speech');
    for (let turn = 0; turn < 300; turn += 1) {
      const [, second = '', third = ''] = waitingIds(queue);
      queue = then(queue, move(queue, third, second));
      expect(waitingIds(queue)).toEqual(['e0', third, second]);
    }
  });
});
