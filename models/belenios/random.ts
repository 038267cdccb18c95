/** Randomness comes from the platform's generator (`crypto.getRandomValues`) alone. */

/** Characters of identifiers, seeds and credentials (section 4.2, note 1). */
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function randomBits(bits: number): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(bits / 8)));
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asUintN(bits, value);
}

/** A number from 0 to limit − 1, each as likely as any other: what is too large is drawn again. */
export function randomBelow(limit: bigint): bigint {
  const bits = (limit - 1n).toString(2).length;
  for (;;) {
    const value = randomBits(bits);
    if (value < limit) return value;
  }
}

/** `length` characters of Base58, each as likely as any other. */
export function randomToken(length: number): string {
  return Array.from({ length }, () => BASE58.charAt(Number(randomBelow(58n)))).join('');
}

/** A number for each place from 0 to n − 1, in an order as likely as any other (Fisher and Yates). */
export function shuffled<T>(values: readonly T[]): T[] {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Number(randomBelow(BigInt(at + 1)));
    const [here, there] = [result[at], result[other]];
    if (here === undefined || there === undefined) continue;
    result[at] = there;
    result[other] = here;
  }
  return result;
}
