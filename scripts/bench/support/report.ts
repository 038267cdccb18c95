import { cpus, loadavg, release, totalmem } from 'node:os';

/** The value below which lies the given part (0 to 1) of the values, by nearest rank. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('no values');
  return value;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return (
    (percentile(values, 0.5) +
      percentile(
        values.map((value) => -value),
        0.5,
      ) *
        -1) /
    2
  );
}

export function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

/** One line for people: what was measured, the figure with its unit, and of how many samples. */
export type Line = readonly [name: string, figure: string, sample: string];

/** Prints the machine and the table, and with `json` the figures as the last line. */
export function printReport(
  title: string,
  lines: readonly Line[],
  { json, figures }: { json: boolean; figures: object },
): void {
  const width = (column: 0 | 1) => Math.max(...lines.map((line) => line[column].length));
  const [names, values] = [width(0), width(1)];
  console.log(`\n${title}\n${machine()}\n`);
  for (const [name, figure, sample] of lines)
    console.log(`  ${name.padEnd(names)}  ${figure.padStart(values)}  ${sample}`);
  console.log('');
  if (json) console.log(JSON.stringify(figures));
}

/** What a figure is worth nothing without. */
function machine(): string {
  const [cpu] = cpus();
  const memory = round(totalmem() / 2 ** 30, 1);
  const load = loadavg()[0]?.toFixed(1);
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? process.arch}, ${memory} GiB`,
    `${process.platform} ${release()}, Node ${process.version}`,
    `load average of the last minute: ${load}`,
  ].join('\n');
}
