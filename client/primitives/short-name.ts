/**
 * What people are called across a hall: the given name, the last word of a Vietnamese name; where two share
 * it, with the middle name before it. "Trần Thị Bích Ngọc" is "Ngọc", or "Bích Ngọc" beside "Lê Hồng Ngọc".
 */
export function shortNames(fullNames: readonly string[]): readonly string[] {
  const given = fullNames.map((name) => lastWords(name, 1));
  return fullNames.map((name, at) => {
    const own = given[at] ?? name;
    return given.filter((other) => other === own).length > 1 ? lastWords(name, 2) : own;
  });
}

const lastWords = (name: string, count: number): string =>
  name.trim().split(/\s+/).slice(-count).join(' ');
