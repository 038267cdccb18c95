import type { Id } from '../../models/ids.ts';

type Items = readonly { readonly id: Id }[];

/**
 * Before which item one has to be put to come one place up or down.
 * @returns null for last; undefined where it stands at that end already
 */
export function onePlace(items: Items, id: Id, direction: 'up' | 'down'): Id | null | undefined {
  const at = items.findIndex((item) => item.id === id);
  const other = items[at + (direction === 'up' ? -1 : 1)];
  if (at === -1 || other === undefined) return undefined;
  return direction === 'up' ? other.id : (items[at + 2]?.id ?? null);
}

/**
 * Before which item one has to be put that was dropped beside another one.
 * @returns null for last; undefined when it would stay where it is
 */
export function droppedBefore(
  items: Items,
  moved: Id,
  target: Id,
  side: 'before' | 'after',
): Id | null | undefined {
  const rest = items.filter(({ id }) => id !== moved);
  const at = rest.findIndex(({ id }) => id === target);
  if (at === -1) return undefined;
  const beforeId = (side === 'before' ? rest[at] : rest[at + 1])?.id ?? null;
  const next = items[items.findIndex(({ id }) => id === moved) + 1]?.id ?? null;
  return beforeId === next ? undefined : beforeId;
}
