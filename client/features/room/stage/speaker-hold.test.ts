import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, type Heard, holdMs, holdSpeaker, settleMs } from './speaker-hold.ts';

const utterance = fc.record({
  peerId: fc.constantFrom('an', 'binh', 'chi', null),
  /** How long until the next one is heard. */
  lasts: fc.integer({ min: 1, max: 6000 }),
});

/** Plays what is heard against the rule, asking again when it says so; gives every change of picture. */
function play(speech: { peerId: string | null; lasts: number }[]) {
  const changes: Held[] = [];
  let held: Held = { shown: null, since: 0 };
  let now = 0;
  for (const { peerId, lasts } of speech) {
    const heard: Heard = { peerId, since: now };
    const end = now + lasts;
    let next: number | null = now;
    while (next !== null && next < end) {
      now = next;
      const answer = holdSpeaker(held, heard, now);
      if (answer.held !== held) changes.push(answer.held);
      held = answer.held;
      next = answer.again === null ? null : now + answer.again;
    }
    now = end;
  }
  return { changes, held };
}

describe('[hold] whose picture is large', () => {
  test('the first voice is shown at once', () => {
    const { held } = holdSpeaker({ shown: null, since: 0 }, { peerId: 'an', since: 5 }, 5);
    expect(held).toEqual({ shown: 'an', since: 5 });
  });

  test('a picture stands for at least the hold, whatever is said in between', () => {
    fc.assert(
      fc.property(fc.array(utterance, { maxLength: 40 }), (speech) => {
        const { changes } = play(speech);
        changes.forEach(({ since }, at) => {
          const before = changes[at - 1];
          if (before !== undefined) expect(since - before.since).toBeGreaterThanOrEqual(holdMs);
        });
      }),
    );
  });

  test('a word in between changes nothing', () => {
    const { changes } = play([
      { peerId: 'an', lasts: 10_000 },
      { peerId: 'binh', lasts: settleMs - 1 },
      { peerId: 'an', lasts: 10_000 },
    ]);
    expect(changes.map(({ shown }) => shown)).toEqual(['an']);
  });

  test('who goes on speaking is shown in the end; silence keeps the picture', () => {
    fc.assert(
      fc.property(fc.array(utterance, { maxLength: 20 }), (speech) => {
        const last = [...speech, { peerId: 'dung', lasts: holdMs + settleMs + 1 }];
        expect(play(last).held.shown).toBe('dung');
        expect(play([...last, { peerId: null, lasts: 60_000 }]).held.shown).toBe('dung');
      }),
    );
  });
});
