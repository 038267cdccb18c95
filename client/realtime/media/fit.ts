import type { RemoteStream } from './roster.ts';

/** How a picture is shown now. */
export interface Seen {
  /** Its height on the screen in device pixels; null while nobody sees it. */
  height: number | null;
  /** 1 the least, 255 the first to get bandwidth: the speaker, a shared screen, then the rest. */
  priority: number;
}
/** By producer; what is not named is not seen. */
export type Shown = ReadonlyMap<string, Seen>;

export const receiveModes = ['all', 'saver', 'audio'] as const;
/** `saver`: few and small pictures; `audio`: sound alone, without shared screens too. */
export type ReceiveMode = (typeof receiveModes)[number];

/** How a stream is to be received. */
export interface Fit {
  /** `hidden` nobody looks at it; `withheld` it is not received to spare the line. */
  state: 'flowing' | 'hidden' | 'withheld';
  spatialLayer: number;
  priority: number;
}

/** So many pictures while the line is spared. */
const saverPictures = 6;
const soundPriority = 255;

/** How each stream is to be received. Sound always flows. */
export function fitsOf(
  streams: Iterable<RemoteStream>,
  shown: Shown,
  mode: ReceiveMode,
): Map<string, Fit> {
  const fits = new Map<string, Fit>();
  const seen: { producerId: string; height: number; priority: number }[] = [];
  for (const { producerId, kind } of streams) {
    const { height = null, priority = 1 } = shown.get(producerId) ?? {};
    if (kind === 'audio')
      fits.set(producerId, { state: 'flowing', spatialLayer: 0, priority: soundPriority });
    else if (height === null) fits.set(producerId, { state: 'hidden', spatialLayer: 0, priority });
    else seen.push({ producerId, height, priority });
  }
  // The sort is stable: among equals, who came first stays.
  seen.sort((a, b) => b.priority - a.priority);
  for (const [place, { producerId, height, priority }] of seen.entries())
    fits.set(producerId, { ...pictureFit(mode, place, height), priority });
  return fits;
}

function pictureFit(mode: ReceiveMode, place: number, height: number): Omit<Fit, 'priority'> {
  if (mode === 'audio' || (mode === 'saver' && place >= saverPictures))
    return { state: 'withheld', spatialLayer: 0 };
  const most = mode === 'all' ? 2 : place === 0 ? 1 : 0;
  return { state: 'flowing', spatialLayer: Math.min(most, layerFor(height)) };
}

/** Layers are a quarter, a half and the whole of about 720 lines. */
const layerFor = (height: number): number => (height <= 200 ? 0 : height <= 400 ? 1 : 2);
