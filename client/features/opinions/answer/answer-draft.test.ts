import { describe, expect, test } from 'vitest';
import { answersOf, draftMemory, draftOf } from './answer-draft.ts';
import { remainingUntil } from '../remaining.ts';

const items = [
  { key: 1, question: 'A', paper: { kind: 'motion' as const } },
  {
    key: 2,
    question: 'B',
    paper: {
      kind: 'choose' as const,
      min: 1,
      max: 2,
      options: [1, 2, 3].map((key) => ({ key, label: String(key), note: '' })),
    },
  },
];
const motion = { kind: 'motion' as const, choice: 'for' as const };
const chosen = (...keys: number[]) => ({ kind: 'choose' as const, chosen: keys });

describe('an answer that is being written', () => {
  test('[O60] can be sent when every item has as much as it asks for', () => {
    const draft = draftOf(items, null);
    expect(answersOf(items, draft)).toEqual({ missing: [1, 2] });
    const [first, second] = draft;
    if (first === undefined || second === undefined) throw new Error('no draft');
    const full = [
      { ...first, marks: motion },
      { ...second, marks: chosen(1, 3), opinion: 'x' },
    ];
    expect(answersOf(items, full)).toEqual({ answers: full });
    expect(answersOf(items, [full[0] ?? first, { ...second, marks: chosen() }])).toEqual({
      missing: [2],
    });
    const long = full.map((one) => ({ ...one, opinion: 'y'.repeat(5001) }));
    expect(answersOf(items, long)).toEqual({ missing: [1, 2] });
  });

  test('[O61] outlives the page, for the same person, slip and items only', () => {
    const kept = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    const draft = draftOf(items, [{ key: 1, marks: motion, opinion: 'Đồng ý' }]);
    draftMemory('p', 's', storage).keep(draft);
    expect(draftMemory('p', 's', storage).recall(items)).toEqual(draft);
    expect(draftMemory('other', 's', storage).recall(items)).toBeNull();
    expect(draftMemory('p', 's', storage).recall(items.slice(0, 1))).toBeNull();
    draftMemory('p', 's', storage).forget();
    expect(draftMemory('p', 's', storage).recall(items)).toBeNull();
  });

  test('[O62] is written all the same where the browser keeps nothing', () => {
    const memory = draftMemory('p', 's', () => {
      throw new Error('no storage');
    });
    memory.keep([]);
    memory.forget();
    expect(memory.recall(items)).toBeNull();
  });
});

const at = (left: number) => remainingUntil(new Date(1e12 + left).toISOString(), 1e12);

test('[O63] the time left is never told longer than it is', () => {
  const hour = 3_600_000;
  expect(at(0)).toEqual({ unit: 'over', count: 0 });
  expect(at(1)).toEqual({ unit: 'minutes', count: 1 });
  expect(at(119 * 60_000)).toEqual({ unit: 'minutes', count: 119 });
  expect(at(2 * hour)).toEqual({ unit: 'hours', count: 2 });
  expect(at(47.9 * hour)).toEqual({ unit: 'hours', count: 47 });
  expect(at(71 * hour)).toEqual({ unit: 'days', count: 2 });
});
