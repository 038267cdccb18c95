export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value as JSON, after RFC 8785 (JSON Canonicalization Scheme): no white space, the keys of
 * objects in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them. Equal values give
 * equal bytes on every machine, so that anyone can work out a hash again.
 * @throws RangeError for numbers that JSON cannot hold and for broken surrogate pairs
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, one]) => `${textOf(key)}:${canonicalJson(one)}`).join(',')}}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

function numberOf(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('not a number of JSON');
  return JSON.stringify(value);
}

function textOf(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('a broken surrogate pair');
  return JSON.stringify(value);
}
