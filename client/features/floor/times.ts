import type { TFunction } from 'i18next';
import type { Option } from '../../primitives/Options.tsx';

/** The lengths of speech that are offered, in minutes; null for no limit. */
const offered = [1, 2, 3, 5, 7, 10, 15, 20, 30, null] as const;

/** How long a length is, in words. */
export function lengthWords(t: TFunction<'floor'>, seconds: number | null): string {
  if (seconds === null) return t('noLimit');
  return seconds % 60 === 0
    ? t('minutes', { count: seconds / 60 })
    : t('seconds', { count: seconds });
}

/** Lengths as seconds in order; one that is set but not usually offered is among them. */
export function lengthsWith(seconds: number | null | undefined): (number | null)[] {
  const usual = offered.map((minutes) => (minutes === null ? null : minutes * 60));
  const all = seconds === undefined || usual.includes(seconds) ? usual : [...usual, seconds];
  return all.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

export const lengthOptions = (
  t: TFunction<'floor'>,
  seconds: number | null | undefined,
): Option[] => lengthsWith(seconds).map((one) => ({ id: String(one), label: lengthWords(t, one) }));

/** The length behind the id of an option. */
export const lengthOf = (id: string): number | null => (id === 'null' ? null : Number(id));
