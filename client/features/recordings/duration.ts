const two = (count: number): string => String(count).padStart(2, '0');

/** `0:07`, `12:03`, `1:02:03`. @param seconds whole or not; what is begun does not count */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const units = ['kB', 'MB', 'GB'] as const;

/** `1,3 GB` in Vietnamese, `1.3 GB` in English. */
export function formatBytes(bytes: number, language: string): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return `${number} ${units[unit]}`;
}
