import { foldVietnamese } from '../../../primitives/fold.ts';

/** A user name to begin with: "Nguyễn Văn An" gives "an.nv", with a number when it is taken. */
export function suggestUsername(fullName: string, taken: ReadonlySet<string>): string {
  const words = foldVietnamese(fullName)
    .split(' ')
    .map((word) => word.replaceAll(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  const given = words.at(-1);
  if (given === undefined) return '';
  const initials = words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('');
  const plain = (initials === '' ? given : `${given}.${initials}`).padEnd(3, '0').slice(0, 40);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain}${number}`;
    if (!taken.has(name)) return name;
  }
}
