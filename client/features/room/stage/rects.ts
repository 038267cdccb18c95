/** Where pictures stand, in CSS pixels. Nothing here knows what is in them. */
export interface Area {
  width: number;
  height: number;
}
export interface Rect extends Area {
  x: number;
  y: number;
}

/** A camera may be cropped from its 16:9 down to 4:3, in an upright window to a square, so that it fills its place. */
const widest = 16 / 9;
const narrowest = 4 / 3;
const upright = 1;
const gap = 8;
/** Below this width neither face nor name can be made out. */
const leastWidth = 150;
/** More faces than this at once no one looks at, and no line has to carry. */
const mostAtOnce = 25;

/** The largest tile of a fitting shape inside a cell. */
function fit({ width, height }: Area, least: number): Area {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const shape = Math.min(widest, Math.max(least, width / height));
  return width / height > shape
    ? { width: height * shape, height }
    : { width, height: width / shape };
}

interface Grid {
  columns: number;
  rows: number;
  tile: Area;
}

/** The arrangement of `count` equal tiles that makes them largest. */
function gridOf(area: Area, count: number): Grid {
  const all = Array.from({ length: Math.max(1, count) }, (_, at) => gridWith(area, count, at + 1));
  return all.reduce((best, one) => (sizeOf(one.tile) > sizeOf(best.tile) + 1 ? one : best));
}

function gridWith(area: Area, count: number, columns: number): Grid {
  const rows = Math.max(1, Math.ceil(count / columns));
  const cell = {
    width: (area.width - gap * (columns - 1)) / columns,
    height: (area.height - gap * (rows - 1)) / rows,
  };
  return { columns, rows, tile: fit(cell, area.width < area.height ? upright : narrowest) };
}

const sizeOf = ({ width, height }: Area) => width * height;

/** How many tiles a page holds before they become too small to make anyone out. */
export function pageSizeOf(area: Area): number {
  const least = Math.max(leastWidth, Math.min(area.width / 6, 240));
  let size = 1;
  while (size < mostAtOnce && gridOf(area, size + 1).tile.width >= least) size += 1;
  return size;
}

/** The places of a grid, row by row; a last row that is not full stands in the middle. */
export function gridRects(area: Area, count: number): Rect[] {
  if (count === 0) return [];
  const { columns, rows, tile } = gridOf(area, count);
  const top = (area.height - rows * tile.height - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = (area.width - inRow * tile.width - (inRow - 1) * gap) / 2;
    return {
      x: left + (at % columns) * (tile.width + gap),
      y: top + row * (tile.height + gap),
      ...tile,
    };
  });
}

interface WithStrip {
  big: Rect;
  strip: Rect[];
}

/** One large picture and a strip of at most `count` small ones, beside or below: whichever leaves it larger. */
export function besideStrip(area: Area, count: number): WithStrip {
  if (count === 0) return { big: { x: 0, y: 0, ...area }, strip: [] };
  const [right, below] = [stripRight(area, count), stripBelow(area, count)];
  return shownSize(right.big) >= shownSize(below.big) ? right : below;
}

/** What a picture of 16:9 covers inside. */
const shownSize = ({ width, height }: Area) => Math.min(width, height * widest);

function stripRight(area: Area, count: number): WithStrip {
  const width = Math.round(clamp(140, area.width * 0.16, Math.max(260, area.width * 0.11)));
  const height = width / widest;
  const most = Math.max(1, Math.floor((area.height + gap) / (height + gap)));
  const shown = Math.min(most, count);
  const top = (area.height - shown * height - (shown - 1) * gap) / 2;
  const x = area.width - width;
  return {
    big: { x: 0, y: 0, width: Math.max(0, x - gap), height: area.height },
    strip: places(shown, (at) => ({ x, y: top + at * (height + gap), width, height })),
  };
}

function stripBelow(area: Area, count: number): WithStrip {
  const height = Math.round(clamp(76, area.height * 0.2, Math.max(160, area.height * 0.13)));
  // Room for three at least, also on a telephone.
  const width = Math.min(height * widest, (area.width - 2 * gap) / 3);
  const most = Math.max(1, Math.floor((area.width + gap) / (width + gap)));
  const shown = Math.min(most, count);
  const left = (area.width - shown * width - (shown - 1) * gap) / 2;
  const y = area.height - height;
  return {
    big: { x: 0, y: 0, width: area.width, height: Math.max(0, y - gap) },
    strip: places(shown, (at) => ({ x: left + at * (width + gap), y, width, height })),
  };
}

/**
 * A shared screen, and beside it a wider column: the first of the strip large, the others in a grid below.
 * Where the area is upright, everything else goes into a row below.
 */
export function sideBySide(area: Area, count: number): WithStrip {
  if (count === 0 || area.width < area.height * 1.2) return besideStrip(area, count);
  const width = Math.round(Math.min(area.width * 0.27, area.height * 0.8));
  const x = area.width - width;
  const first = { x, y: 0, width, height: width / widest };
  const rest = { width, height: Math.max(0, area.height - first.height - gap) };
  const shown = Math.min(count - 1, pageSizeOf(rest), 8);
  // A single row at the top of what is left, not in its middle: the eye goes down from the large one.
  const below = gridRects(rest, shown);
  const lift = below[0]?.y ?? 0;
  return {
    big: { x: 0, y: 0, width: Math.max(0, x - gap), height: area.height },
    strip: [
      first,
      ...below.map((one) => ({ ...one, x: x + one.x, y: first.height + gap + one.y - lift })),
    ],
  };
}

/** Where the own small picture stands over a grid: at the lower end, where no name stands. */
export function ownCorner(area: Area): Rect {
  const wide = clamp(104, area.width * 0.15, Math.max(260, area.width * 0.1));
  const width = Math.round(Math.min(wide, area.height * 0.6));
  const height = width / widest;
  return { x: area.width - width - gap, y: area.height - height - gap, width, height };
}

const clamp = (least: number, value: number, most: number) =>
  Math.min(most, Math.max(least, value));

const places = (count: number, place: (at: number) => Rect): Rect[] =>
  Array.from({ length: count }, (_, at) => place(at));
