import type { Organisation } from '../../../../models/contracts/identity.ts';
import type { Id } from '../../../../models/ids.ts';
import { compareText } from '../../../primitives/fold.ts';

export interface Branch {
  organisation: Organisation;
  /** 0 at the top. */
  depth: number;
}

/** Each organisation before those below it, by name; one whose parent is not in the list stands at the top. */
export function treeOf(organisations: readonly Organisation[]): Branch[] {
  const known = new Set(organisations.map(({ id }) => id));
  const children = new Map<Id | null, Organisation[]>();
  for (const organisation of organisations) {
    const { parentId } = organisation;
    const parent = parentId !== null && known.has(parentId) ? parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), organisation]);
  }
  const below = (parent: Id | null, depth: number): Branch[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => compareText(a.name, b.name))
      .flatMap((organisation) => [{ organisation, depth }, ...below(organisation.id, depth + 1)]);
  return below(null, 0);
}

/** The organisation and all below it: none of them can become its parent. */
export function familyOf(organisations: readonly Organisation[], id: Id): ReadonlySet<Id> {
  const family = new Set([id]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { id: child, parentId } of organisations)
      if (parentId !== null && family.has(parentId)) family.add(child);
  }
  return family;
}
