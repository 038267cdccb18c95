import type { Group } from './group.ts';

const ROUNDS = 80;
/** Rounds that are drawn together, one bit each: a byte. */
const TOGETHER = 8;
/** The platform gives no more random bytes at once than 65536. */
const DRAWN_AT_ONCE = 1 << 14;

/** The products of `TOGETHER` random sets: each number goes to one of 256 heaps, and bit i of a heap says whether it is in set i. */
function randomProducts({ multiply }: Group, elements: readonly bigint[]): bigint[] {
  const heaps = Array.from({ length: 1 << TOGETHER }, () => 1n);
  for (let at = 0; at < elements.length; at += DRAWN_AT_ONCE) {
    const part = elements.slice(at, at + DRAWN_AT_ONCE);
    const drawn = crypto.getRandomValues(new Uint8Array(part.length));
    for (const [index, element] of part.entries()) {
      const heap = drawn[index] ?? 0;
      heaps[heap] = multiply(heaps[heap] ?? 1n, element);
    }
  }
  const products: bigint[] = [];
  // The upper half of the heaps is in the set of the highest bit; then it is put on the lower half, which forgets that bit.
  for (let half = heaps.length / 2; half >= 1; half /= 2) {
    const upper = heaps.splice(half);
    products.push(multiply(...upper));
    for (const [index, product] of upper.entries()) {
      heaps[index] = multiply(heaps[index] ?? 1n, product);
    }
  }
  return products;
}

/**
 * Whether all numbers are elements of the group, for many at once: a fourth of the time that one by one takes.
 *
 * Each round multiplies the numbers of a set that is drawn anew and asks whether the product is in the subgroup. Say that
 * one number x is not. Whatever is drawn for the others, the product of their set times x and the product without x cannot both be
 * in the subgroup, or x, their quotient, would be: each round fails with a chance of at least one half, whatever the
 * orders of the elements are (which is why sets are drawn, and not small exponents, that a number of small order passes).
 * The rounds are independent and their draws come after the numbers: all pass with a chance of at most 2^−80.
 */
export function areElements(group: Group, elements: readonly bigint[]): boolean {
  if (elements.length < 4 * ROUNDS) return elements.every((element) => group.contains(element));
  if (!elements.every((element) => element > 0n && element < group.p)) return false;
  for (let round = 0; round < ROUNDS; round += TOGETHER) {
    const products = randomProducts(group, elements);
    if (!products.every((product) => group.contains(product))) return false;
  }
  return true;
}
