/** A hash in groups of four signs, to be compared by eye. */
export const hashGroups = (hash: string): string[] => hash.match(/.{1,4}/g) ?? [];
