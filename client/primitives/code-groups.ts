/** The groups of four signs in which a long code is written. */
export const groupsOf = (code: string): string[] => code.match(/.{1,4}/g) ?? [];
