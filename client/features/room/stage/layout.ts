import type { Id } from '../../../../models/ids.ts';
import {
  type Area,
  type Rect,
  besideStrip,
  gridRects,
  ownCorner,
  pageSizeOf,
  sideBySide,
} from './rects.ts';
import type { TileFacts } from './tiles.ts';

/** What a person can choose; `auto` follows what happens in the room. */
export const layoutChoices = ['auto', 'speaker', 'grid', 'side'] as const;
export type LayoutChoice = (typeof layoutChoices)[number];
export type Layout = 'speaker' | 'grid' | 'side';

/** Up to so many people see each other at once before the one who speaks is shown large by itself. */
const fewPeople = 6;

interface Situation {
  choice: LayoutChoice;
  tiles: readonly TileFacts[];
  floorId: Id | null;
  /** Key of the tile that the person holds large. */
  pinned: string | null;
}

/** The layout to draw: a shared screen comes beside the people by itself unless the person chose otherwise. */
export function layoutOf({ choice, tiles, floorId, pinned }: Situation): Layout {
  const pin = tiles.find(({ key }) => key === pinned);
  const hasScreen = tiles.some(({ kind }) => kind === 'screen');
  if (pin !== undefined) return pin.kind === 'screen' && choice !== 'speaker' ? 'side' : 'speaker';
  if (choice === 'side') return hasScreen ? 'side' : 'speaker';
  if (choice !== 'auto') return choice;
  if (hasScreen) return 'side';
  const others = tiles.length;
  const someoneElseSpeaks = tiles.some(({ personId }) => personId !== null && personId === floorId);
  return others > fewPeople || (someoneElseSpeaks && others > 1) ? 'speaker' : 'grid';
}

interface Candidates {
  tiles: readonly TileFacts[];
  pinned: string | null;
  floorId: Id | null;
  /** The peer whose voice is followed, see `holdSpeaker`. */
  speakerPeerId: string | null;
  chairId: Id | null;
}

/** Who or what is shown large: pinned, a shared screen, who has the floor, who speaks, the chair, whoever is there. */
export function bigOf(candidates: Candidates): TileFacts | null {
  const { tiles, pinned, floorId, speakerPeerId, chairId } = candidates;
  const faces = tiles.filter(({ kind }) => kind !== 'screen');
  const ofPerson = (id: Id | null) =>
    id === null ? undefined : faces.find(({ personId }) => personId === id);
  return (
    tiles.find(({ key }) => key === pinned) ??
    tiles.find(({ kind }) => kind === 'screen') ??
    ofPerson(floorId) ??
    faces.find(({ peerId }) => peerId === speakerPeerId) ??
    ofPerson(chairId) ??
    faces[0] ??
    null
  );
}

export interface Placed {
  tile: TileFacts;
  rect: Rect;
  isBig: boolean;
}

export interface Arrangement {
  placed: Placed[];
  /** The own picture; null when it is hidden. */
  own: Rect | null;
  page: number;
  pages: number;
}

interface Wish {
  layout: Layout;
  area: Area;
  tiles: readonly TileFacts[];
  big: TileFacts | null;
  /** From 0; beyond the last page means the last. */
  page: number;
  /** Peer that is to be on the first page, wherever it stands in the order. */
  speakerPeerId: string | null;
  showsOwn: boolean;
}

/** The tiles of one page with their places, and nothing of the others: only these are drawn and received. */
export function arrange(wish: Wish): Arrangement {
  const { area, tiles, layout, big } = wish;
  if (area.width <= 0 || area.height <= 0) return { placed: [], own: null, page: 0, pages: 1 };
  if (tiles.length === 0) return alone(wish);
  return layout === 'grid' || big === null ? grid(wish) : withBig(wish, big);
}

function alone({ area, showsOwn }: Wish): Arrangement {
  const [own] = gridRects({ width: area.width * 0.6, height: area.height * 0.6 }, 1);
  const middle = own && { ...own, x: (area.width - own.width) / 2, y: area.height * 0.12 };
  return { placed: [], own: showsOwn ? (middle ?? null) : null, page: 0, pages: 1 };
}

function grid(wish: Wish): Arrangement {
  const { area, showsOwn } = wish;
  const size = pageSizeOf(area);
  const { shown, page, pages } = pageOf(wish.tiles, size, wish);
  const rects = gridRects(area, shown.length);
  return {
    placed: together(shown, rects),
    own: showsOwn ? ownCorner(area) : null,
    page,
    pages,
  };
}

function withBig(wish: Wish, big: TileFacts): Arrangement {
  const { area, tiles, layout, showsOwn } = wish;
  const others = tiles.filter(({ key }) => key !== big.key);
  const shape = layout === 'side' ? sideBySide : besideStrip;
  const { big: large, strip } = shape(area, others.length + (showsOwn ? 1 : 0));
  // The own picture takes the last place of the strip, on every page.
  const own = showsOwn ? (strip.at(-1) ?? null) : null;
  const free = own === null ? strip : strip.slice(0, -1);
  const { shown, page, pages } = pageOf(others, free.length, wish);
  return {
    placed: [{ tile: big, rect: large, isBig: true }, ...together(shown, free)],
    own,
    page,
    pages,
  };
}

const together = (tiles: readonly TileFacts[], rects: readonly Rect[]): Placed[] =>
  tiles.flatMap((tile, at) => {
    const rect = rects[at];
    return rect === undefined ? [] : [{ tile, rect, isBig: false }];
  });

/** One page; who speaks takes the last place of the first page when that is not theirs anyway. */
export function pageOf(
  tiles: readonly TileFacts[],
  size: number,
  { page, speakerPeerId }: { page: number; speakerPeerId: string | null },
): { shown: TileFacts[]; page: number; pages: number } {
  if (size <= 0) return { shown: [], page: 0, pages: 1 };
  const pages = Math.max(1, Math.ceil(tiles.length / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  const speaker = tiles.findIndex(
    ({ peerId, kind }) => peerId === speakerPeerId && kind !== 'screen',
  );
  const moved = speaker < size ? tiles : tiles.toSpliced(speaker, 1);
  const voice = tiles[speaker];
  const ordered =
    moved === tiles || voice === undefined ? tiles : moved.toSpliced(size - 1, 0, voice);
  return { shown: ordered.slice(at * size, (at + 1) * size), page: at, pages };
}
