import type { ElectionContext } from './ballot.ts';
import { type Shares, decrypt } from './decryption.ts';
import type { Group } from './group.ts';
import { decode, encode, listOf, record, written, writtenNumber } from './json.ts';
import type { EncryptedTally } from './tally.ts';
import type { TrusteeKind } from './trustees.ts';

/** The result of an election (section 4.19). */

/** For each question how often each value was chosen; a blank vote is the first value where one is allowed. */
export type Counts = bigint[][];

const readResult = record({ result: listOf(listOf(writtenNumber)) });

function squareRoot(value: bigint): bigint {
  let root = BigInt(Math.ceil(Math.sqrt(Number(value)))) + 1n;
  while (root * root > value) root -= 1n;
  return root;
}

/**
 * Finds logarithms to the base g up to `most`, by baby steps and giant steps: time and memory grow with the root of `most`.
 */
export function createLogarithm(group: Group, most: bigint) {
  const width = squareRoot(most) + 1n;
  const baby = new Map<bigint, bigint>();
  let step = 1n;
  for (let at = 0n; at < width; at += 1n) {
    baby.set(step, at);
    step = group.multiply(step, group.g);
  }
  const giant = group.invert(step);
  return (element: bigint): bigint | null => {
    let rest = element;
    for (let at = 0n; at <= width; at += 1n) {
      const found = baby.get(rest);
      if (found !== undefined) return at * width + found;
      rest = group.multiply(rest, giant);
    }
    return null;
  };
}

/**
 * Decrypts and counts.
 * @param most the total weight of the tally
 * @throws {RangeError} when too few shares are there, or when a value is more than `most`
 */
export function countVotes(
  context: ElectionContext,
  tally: EncryptedTally,
  trustees: readonly TrusteeKind[],
  shares: Shares,
  most: bigint,
): Counts {
  const logarithm = createLogarithm(context.group, most);
  return decrypt(context, tally, trustees, shares).map((row) =>
    row.map((element) => {
      const count = logarithm(element);
      if (count === null) throw new RangeError('the decryption is no number of votes');
      return count;
    }),
  );
}

/** The payload of the event Result. */
export function encodeResult(counts: Counts): string {
  return encode({ result: counts.map((row) => row.map(written)) });
}

/** Reads the payload of the event Result. @throws {FormatError} */
export function decodeResult(json: string): Counts {
  return decode(json, readResult).result.map((row) => row.map(BigInt));
}

/** Whether a result is what the shares decrypt to; needs no logarithm: g^count is compared. */
export function resultMatches(
  group: Group,
  decrypted: readonly bigint[][],
  counts: Counts,
): boolean {
  return (
    counts.length === decrypted.length &&
    decrypted.every((row, question) => {
      const found = counts[question] ?? [];
      if (found.length !== row.length) return false;
      return row.every((element, value) => {
        const count = found[value];
        return count !== undefined && count < group.q && group.powerOfG(count) === element;
      });
    })
  );
}
