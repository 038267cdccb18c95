import type { Shown } from '../../../realtime/media/fit.ts';
import type { Placed } from './layout.ts';

interface Watched {
  placed: readonly Placed[];
  /** Device pixels in a CSS pixel. */
  scale: number;
  /** Nobody looks at the page; only what stands in a window of its own is seen. */
  isHidden: boolean;
  floorPeerId: string | null;
  speakerPeerId: string | null;
  /** Shown in the small window that stays above others. */
  afloat: { producerId: string; height: number } | null;
}

/** First to get bandwidth: who has the floor, what stands large, a shared screen, who speaks, the rest. */
const first = 250;
const large = 220;
const screen = 200;
const voice = 180;
const rest = 60;

/** What is to be received, how large and in which order of importance. */
export function shownOf({ placed, scale, isHidden, afloat, ...heard }: Watched): Shown {
  const shown = new Map(
    (isHidden ? [] : placed).flatMap(({ tile, rect, isBig }) =>
      tile.producerId === null
        ? []
        : [
            [
              tile.producerId,
              { height: Math.round(rect.height * scale), priority: priorityOf(tile, isBig, heard) },
            ] as const,
          ],
    ),
  );
  if (afloat !== null) {
    const height = Math.max(shown.get(afloat.producerId)?.height ?? 0, afloat.height);
    shown.set(afloat.producerId, { height, priority: first });
  }
  return shown;
}

function priorityOf(
  { kind, peerId }: Placed['tile'],
  isBig: boolean,
  { floorPeerId, speakerPeerId }: Pick<Watched, 'floorPeerId' | 'speakerPeerId'>,
): number {
  if (kind === 'screen') return isBig ? large : screen;
  if (peerId === floorPeerId) return first;
  if (isBig) return large;
  return peerId === speakerPeerId ? voice : rest;
}
