/** Seats that stand side by side, as their labels tell: `B07` is the seventh of row B. */
export interface SeatRow<T> {
  /** The letters that its seats begin with; empty for seats that are only numbered. */
  name: string;
  seats: T[];
}

const label = /^\s*(\p{L}*)[\s.-]*(\d+)\s*$/u;

/**
 * Puts people in rows by the labels of their seats, rows by letter, seats by number. Labels of another form stand
 * as they are in a last row; who has no seat is left out.
 */
export function seatRows<T extends { seat: string }>(people: readonly T[]): SeatRow<T>[] {
  const rows = new Map<string, { number: number; one: T }[]>();
  const others: T[] = [];
  for (const one of people) {
    const found = label.exec(one.seat);
    if (found === null) {
      if (one.seat.trim() !== '') others.push(one);
      continue;
    }
    const name = (found[1] ?? '').toLocaleUpperCase('vi');
    const row = rows.get(name) ?? [];
    rows.set(name, row);
    row.push({ number: Number(found[2]), one });
  }
  const named = [...rows]
    .toSorted(([a], [b]) => a.localeCompare(b, 'vi'))
    .map(([name, row]) => ({
      name,
      seats: row.toSorted((a, b) => a.number - b.number).map(({ one }) => one),
    }));
  return others.length === 0 ? named : [...named, { name: '', seats: others }];
}
