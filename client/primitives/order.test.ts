import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedBefore, onePlace } from './order.ts';

/** What becomes of the order: the moved one stands before the other one, or last. */
function moved(ids: readonly string[], id: string, beforeId: string | null): string[] {
  const rest = ids.filter((one) => one !== id);
  return rest.toSpliced(beforeId === null ? rest.length : rest.indexOf(beforeId), 0, id);
}

const itemsOf = (ids: readonly string[]) => ids.map((id) => ({ id }));

describe('order', () => {
  const places = fc
    .integer({ min: 1, max: 8 })
    .map((n) => Array.from({ length: n }, (_, i) => `${i}`));

  it('[order] up and down move one item by one place and no other out of its order', () => {
    fc.assert(
      fc.property(places, fc.nat(7), fc.constantFrom('up', 'down'), (ids, pick, direction) => {
        const at = pick % ids.length;
        const id = ids[at] ?? '';
        const before = onePlace(itemsOf(ids), id, direction);
        const to = at + (direction === 'up' ? -1 : 1);
        if (to < 0 || to >= ids.length) expect(before).toBeUndefined();
        else
          expect(moved(ids, id, before ?? null)).toEqual(ids.toSpliced(at, 1).toSpliced(to, 0, id));
      }),
    );
  });

  it('[order] an item that is dropped beside another one stands there', () => {
    const sides = fc.constantFrom('before', 'after');
    fc.assert(
      fc.property(places, fc.nat(7), fc.nat(7), sides, (ids, from, to, side) => {
        const [id = '', target = ''] = [ids[from % ids.length], ids[to % ids.length]];
        if (id === target) return;
        const before = droppedBefore(itemsOf(ids), id, target, side);
        const order = before === undefined ? ids : moved(ids, id, before);
        expect(order.indexOf(id) - order.indexOf(target)).toBe(side === 'before' ? -1 : 1);
      }),
    );
  });

  it('[order] what is not among them is not moved', () => {
    expect(onePlace(itemsOf(['a', 'b']), 'c', 'up')).toBeUndefined();
    expect(droppedBefore(itemsOf(['a', 'b']), 'a', 'c', 'before')).toBeUndefined();
  });
});
