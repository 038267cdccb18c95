interface Numbered {
  number: number | null;
  year: number | null;
}

/** Number and year for texts; a slip that was sent has both. */
export const numberOf = ({ number, year }: Numbered) => ({ number: number ?? 0, year: year ?? 0 });
