/**
 * What a person is called across a hall: the last two words of a Vietnamese name, the middle and the given
 * name. "Trần Thị Bích Ngọc" gives "Bích Ngọc".
 */
export const shortNameOf = (fullName: string): string =>
  fullName.trim().split(/\s+/).slice(-2).join(' ');
