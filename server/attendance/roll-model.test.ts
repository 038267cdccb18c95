import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AttendanceState,
  CheckInMethod,
  CorrectedTo,
} from '../../models/contracts/attendance.ts';
import {
  type Recorded,
  isPresent,
  quorumOf,
  stateAfterCheckIn,
  stateByHand,
  stateOfLine,
} from './rules.ts';

/** What can happen to one line of a roll. */
type Event =
  | { kind: 'door' | 'online' | 'gone' | 'back'; person: number }
  | { kind: 'hand'; person: number; to: CorrectedTo };

const person = fc.nat({ max: 7 });
const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('door', 'online', 'gone', 'back'), person }),
    fc.record({
      kind: fc.constant('hand' as const),
      person,
      to: fc.constantFrom<CorrectedTo>(
        'not_yet',
        'in_person',
        'online',
        'left',
        'excused',
        'absent',
        'returned',
      ),
    }),
  ),
  { maxLength: 60 },
);

interface Change extends Recorded {
  person: number;
}

/** The rules as the services apply them: each event makes at most one change, which is kept for good. */
function play(all: readonly Event[]): Change[] {
  const changes: Change[] = [];
  const now = new Map<number, Change>();
  all.forEach((event, index) => {
    const at = new Date(Date.UTC(2026, 2, 2, 1) + index * 1000).toISOString();
    const earlier = now.get(event.person);
    const [state, method] = decide(event, earlier, changes, at);
    if (state === null) return;
    const change = { person: event.person, state, method, at };
    changes.push(change);
    now.set(event.person, change);
  });
  return changes;
}

function decide(
  event: Event,
  earlier: Recorded | undefined,
  changes: readonly Change[],
  at: string,
): [AttendanceState | null, CheckInMethod] {
  switch (event.kind) {
    case 'door':
      return [stateAfterCheckIn(earlier, { state: 'in_person', method: 'face', at }), 'face'];
    case 'online':
      return [stateAfterCheckIn(earlier, { state: 'online', method: 'online', at }), 'online'];
    case 'gone':
    case 'back':
      return [stateOfLine(earlier, event.kind === 'back'), 'online'];
    case 'hand': {
      const own = changes.filter((change) => change.person === event.person);
      const before = own.findLast(({ state }) => isPresent(state))?.state;
      return [stateByHand(event.to, earlier?.state ?? 'not_yet', before), 'manual'];
    }
  }
}

/** A plain model, written from the words of the guide and not from the code. */
function model(all: readonly Event[]): Map<number, string> {
  const states = new Map<number, { at: string; last: string; byHand: boolean; line: boolean }>();
  for (const event of all) {
    const me = states.get(event.person) ?? { at: 'not_yet', last: '', byHand: false, line: false };
    const there = me.at === 'in_person' || me.at === 'online';
    const set = (at: string, byHand: boolean, line: boolean) => {
      const last = at === 'in_person' || at === 'online' ? at : me.last;
      states.set(event.person, { at, last, byHand, line });
    };
    if (event.kind === 'door' && me.at !== 'in_person') set('in_person', false, true);
    if (event.kind === 'online' && !there && !(me.at === 'left' && me.byHand))
      set('online', false, true);
    if (event.kind === 'gone' && me.at === 'online' && me.line) set('left', false, true);
    if (event.kind === 'back' && me.at === 'left' && me.line) set('online', false, true);
    if (event.kind !== 'hand') continue;
    const { to } = event;
    if (to === 'left' && there) set('left', true, false);
    if (to === 'returned' && me.at === 'left') set(me.last || 'in_person', true, false);
    if (to !== 'left' && to !== 'returned' && to !== me.at) set(to, true, false);
  }
  return new Map([...states].map(([who, { at }]) => [who, at]));
}

/** The roll as it follows from the changes alone. */
const fold = (changes: readonly Change[]) =>
  new Map(changes.map(({ person: who, state }) => [who, state]));

describe('the roll', () => {
  it('[A50] is at any moment what its changes say, and what the plain rules say', () => {
    fc.assert(
      fc.property(events, (all) => {
        for (let length = 0; length <= all.length; length += 1) {
          const some = all.slice(0, length);
          expect(fold(play(some))).toEqual(model(some));
        }
      }),
    );
  });

  it('[A51] counts nobody twice, and only those who are there', () => {
    fc.assert(
      fc.property(events, (all) => {
        const states = [...fold(play(all)).values()];
        const present = states.filter(isPresent).length;
        const { reached, needed } = quorumOf(8, present, { numerator: 2, denominator: 3 });
        expect(present).toBeLessThanOrEqual(8);
        expect(reached).toBe(present >= needed);
        const counts = states.map((state) => Number(state === 'in_person' || state === 'online'));
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(present);
      }),
    );
  });

  it('[A52] what happens to one person changes nobody else', () => {
    fc.assert(
      fc.property(events, person, (all, who) => {
        const alone = all.filter((event) => event.person === who);
        expect(fold(play(all)).get(who)).toBe(fold(play(alone)).get(who));
      }),
    );
  });
});
