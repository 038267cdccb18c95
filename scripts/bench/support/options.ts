import { parseArgs } from 'node:util';

interface Size {
  default: number;
  min: number;
  /** What it sets, for the usage. */
  means: string;
}

/**
 * Reads the command line of a suite: `--json`, and the sizes that it lets one set. Anything else ends the process with
 * status 2 and the usage.
 */
export function readOptions<Name extends string>(
  suite: string,
  sizes: Record<Name, Size>,
  args = process.argv.slice(2),
): Record<Name, number> & { json: boolean } {
  const named = Object.entries<Size>(sizes);
  try {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        ...Object.fromEntries(named.map(([name]) => [name, { type: 'string' as const }])),
      },
    });
    const read = named.map(([name, size]) => [name, sizeOf(name, size, Reflect.get(values, name))]);
    return { ...Object.fromEntries(read), json: values.json };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(usageOf(suite, named));
    process.exit(2);
  }
}

function sizeOf(name: string, size: Size, text: unknown): number {
  if (text === undefined) return size.default;
  if (typeof text !== 'string' || !/^\d+$/.test(text) || Number(text) < size.min)
    throw new Error(`--${name} takes a whole number from ${size.min} on, not ${String(text)}`);
  return Number(text);
}

function usageOf(suite: string, sizes: readonly (readonly [string, Size])[]): string {
  const short = sizes.map(([name, size]) => ` [--${name} ${size.default}]`).join('');
  const long = sizes.map(([name, { means }]) => `\n  --${name}  ${means}`).join('');
  return `npm run bench -- ${suite} [--json]${short}${long}`;
}
