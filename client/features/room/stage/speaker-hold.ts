/** Whom the large picture shows, and since when (milliseconds). */
export interface Held {
  shown: string | null;
  since: number;
}

/** Who is heard now, and since when. Null when that is known of nobody. */
export interface Heard {
  peerId: string | null;
  since: number;
}

/** A change of picture sooner than this is restless to watch. */
export const holdMs = 2500;
/** A cough or a "yes" in between is no change of speaker. */
export const settleMs = 700;

/**
 * Whom to show now. The one who is shown stays until another has been heard for a moment and the picture has stood
 * for a while; silence changes nothing.
 * @returns `again`: in how many milliseconds to ask once more, null when only a new speaker changes something
 */
export function holdSpeaker(
  held: Held,
  heard: Heard,
  now: number,
): { held: Held; again: number | null } {
  if (heard.peerId === null || heard.peerId === held.shown) return { held, again: null };
  if (held.shown === null) return { held: { shown: heard.peerId, since: now }, again: null };
  const wait = Math.max(held.since + holdMs, heard.since + settleMs) - now;
  return wait > 0
    ? { held, again: wait }
    : { held: { shown: heard.peerId, since: now }, again: null };
}
