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
