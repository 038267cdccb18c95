/**
 * A text without case, diacritics and doubled spaces, so that "nguyen van a" finds "Nguyễn Văn Á". Đ is a
 * letter of its own in Unicode, not a D with a mark, so it is replaced by hand.
 */
export const foldVietnamese = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Whether every word of `query` occurs in `text`, whatever the order, case and diacritics. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = foldVietnamese(text);
  return foldVietnamese(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

const collator = new Intl.Collator('vi', { numeric: true });

/** The order of a Vietnamese list; numbers inside a text count as numbers. */
export const compareText = (a: string, b: string): number => collator.compare(a, b);

/** The first letters of the family and the given name: "Trần Thị Bích Ngọc" gives "TN". */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '').normalize('NFC')][0]?.toLocaleUpperCase('vi'))
    .join('');
}
