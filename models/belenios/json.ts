/**
 * The messages of section 4 in the one form that is accepted: compact JSON, fields in the order of the specification, big
 * numbers as strings in base 10 (section 4.2). A text is read field by field, written again, and must be the same: what is
 * hashed then has one form only, and a field too many, a field twice, another order or a space are errors.
 */

/** A text that is not the message it should be; `message` says where and why. */
export class FormatError extends Error {}

/** Takes a value of parsed JSON, found at `at`, for what it should be. @throws {FormatError} */
export type Read<T> = (value: unknown, at: string) => T;

function refuse(at: string, why: string): never {
  throw new FormatError(at === '' ? why : `${at}: ${why}`);
}

export const text: Read<string> = (value, at) =>
  typeof value === 'string' ? value : refuse(at, 'not a string');

export const truth: Read<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse(at, 'not true or false');

/** A small integer that is not negative (type I). */
export const integer: Read<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(at, 'not an integer');

/** SHA-256 in hexadecimal (type H). */
export const hexHash: Read<string> = (value, at) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : refuse(at, 'not a SHA-256');

/** Longer numerals are refused before they are read: the largest elements here have 617 digits, and a product of two is longer than any sum. */
const LONGEST_NUMERAL = 1300;

/** A number in base 10 from 0 to limit − 1, without leading zeros. */
export function numberBelow(limit: bigint): Read<bigint> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > LONGEST_NUMERAL)
      return refuse(at, 'not a number in base 10');
    if (!/^(0|[1-9][0-9]*)$/.test(value)) return refuse(at, 'not a number in base 10');
    const number = BigInt(value);
    return number < limit ? number : refuse(at, 'out of range');
  };
}

const anyNumber = numberBelow(1n << 256n);

/** From here on belenios-tool writes an integer as a string. */
const SMALL = 1n << 30n;

/** A number of votes, a weight or a time as it is written: a JSON number below 2^30, a string from there on. */
export type WrittenNumber = number | string;

export function written(value: bigint): WrittenNumber {
  return value < SMALL ? Number(value) : value.toString();
}

/** Reads what `written` writes; `BigInt()` takes either. */
export const writtenNumber: Read<WrittenNumber> = (value, at) => {
  const number = typeof value === 'number' ? BigInt(integer(value, at)) : anyNumber(value, at);
  const form = written(number);
  return form === value ? form : refuse(at, 'not written as it should be');
};

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, at) =>
    Array.isArray(value)
      ? value.map((item, index) => read(item, `${at}[${index}]`))
      : refuse(at, 'not a list');
}

/** A tuple of a name and what belongs to that name. */
export function tagged<K extends string, T>(tag: K, read: Read<T>): Read<[K, T]> {
  return (value, at) =>
    Array.isArray(value) && value.length === 2 && value[0] === tag
      ? [tag, read(value[1], `${at}[1]`)]
      : refuse(at, `not ["${tag}", …]`);
}

export function oneOf<T extends string>(names: readonly T[]): Read<T> {
  return (value, at) =>
    names.find((name) => name === value) ?? refuse(at, `not ${names.join(', ')}`);
}

type Fields = Record<string, Read<unknown>>;
type Values<F extends Fields> = { [K in keyof F]: F[K] extends Read<infer T> ? T : never };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that may be missing: it is then missing in the result, too. */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}

/** An object with these fields in this order. */
export function record<F extends Fields>(fields: F): Read<Values<F>> {
  return (value, at) => {
    if (!isRecord(value)) return refuse(at, 'not an object');
    const entries = Object.entries(fields).map(([name, read]) => {
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      return [name, read(own, at === '' ? name : `${at}.${name}`)];
    });
    // Object.fromEntries forgets the types, which `fields` has just checked one by one.
    return Object.fromEntries(entries.filter(([, read]) => read !== undefined));
  };
}

/** Compact JSON: big numbers as strings; DEL escaped, as belenios-tool does and JSON.stringify does not. */
export function encode(value: unknown): string {
  const json = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
  return json.replaceAll('\u007f', '\\u007f');
}

/** @throws {FormatError} when the text is no JSON or not what `read` takes */
function parse<T>(json: string, read: Read<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new FormatError('not JSON');
  }
  return read(value, '');
}

/**
 * Reads a message in its canonical form only.
 * @throws {FormatError}
 */
export function decode<T>(json: string, read: Read<T>): T {
  const value = parse(json, read);
  if (encode(value) !== json) throw new FormatError('not in canonical form');
  return value;
}
