import type { Id } from '../../../../models/ids.ts';

/** Whoever lingers before the camera, or comes back into its sight, is not greeted again and again. */
const sameAgainMs = 20_000;

/** @returns whether this person was not greeted within the last seconds; asked once for each greeting */
export function createGreeted(): (personId: Id, now: number) => boolean {
  const greeted = new Map<Id, number>();
  return (personId, now) => {
    for (const [id, at] of greeted) if (now - at >= sameAgainMs) greeted.delete(id);
    const isNew = !greeted.has(personId);
    greeted.set(personId, now);
    return isNew;
  };
}
