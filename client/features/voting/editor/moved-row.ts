/** The list with one entry a place further up (−1) or down (+1); at the ends it stays where it is. */
export function movedRow<T>(rows: readonly T[], at: number, by: -1 | 1): T[] {
  const row = rows[at];
  const to = at + by;
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(at, 1).toSpliced(to, 0, row);
}
