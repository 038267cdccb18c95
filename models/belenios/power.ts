/**
 * Modular powers, the one expensive thing here. A caller may bring a faster exponentiation than BigInt's (OpenSSL's in
 * Node); everything else of the core is the same in the browser and on the server.
 */

/** base^exponent mod the modulus it was made for; 0 ≤ base < modulus, exponent ≥ 0. */
export type Power = (base: bigint, exponent: bigint) => bigint;
export type PowerFor = (modulus: bigint) => Power;

const WINDOW = 5;

/** Digits of an exponent to the base 2^width, the lowest first; read from hexadecimal, since shifting is quadratic. */
function digitsOf(exponent: bigint, width: number): number[] {
  const hex = exponent.toString(16);
  const digits: number[] = [];
  let bits = 0;
  let have = 0;
  for (let at = hex.length - 1; at >= 0; at -= 1) {
    bits |= Number.parseInt(hex.charAt(at), 16) << have;
    have += 4;
    while (have >= width) {
      digits.push(bits & ((1 << width) - 1));
      bits >>>= width;
      have -= width;
    }
  }
  if (have > 0) digits.push(bits);
  return digits;
}

/** Plain BigInt: windows of five bits. */
export const bigintPower: PowerFor = (modulus) => (base, exponent) => {
  const odd = [1n % modulus, base % modulus];
  for (let at = 2; at < 1 << WINDOW; at += 1) odd.push(((odd[at - 1] ?? 0n) * base) % modulus);
  let result = 1n % modulus;
  for (const digit of digitsOf(exponent, WINDOW).toReversed()) {
    for (let bit = 0; bit < WINDOW; bit += 1) result = (result * result) % modulus;
    if (digit !== 0) result = (result * (odd[digit] ?? 1n)) % modulus;
  }
  return result;
};

/** Width of the digits for which tables and their uses together take the fewest multiplications. */
function bestWidth(bits: number, uses: number): number {
  const cost = (width: number) => Math.ceil(bits / width) * ((1 << width) - 1 + uses);
  let best = 2;
  // Wider tables would take more memory than they are worth: 10 bits are some 8 MB for a 256-bit exponent.
  for (let width = 3; width <= 10; width += 1) if (cost(width) < cost(best)) best = width;
  return best;
}

/**
 * Powers of one base that is used again and again: base^(d·2^(w·i)) for every digit d at every place i is kept, so that a
 * power costs one multiplication for each digit and no squaring.
 * @param bits the most that an exponent has
 * @param uses how many powers are expected; decides how large the tables are
 */
export function fixedBase(modulus: bigint, base: bigint, bits: number, uses: number) {
  const width = bestWidth(bits, uses);
  const rows: bigint[][] = [];
  let unit = base;
  for (let bit = 0; bit < bits; bit += width) {
    const row = [1n, unit];
    for (let at = 2; at < 1 << width; at += 1) row.push(((row[at - 1] ?? 0n) * unit) % modulus);
    rows.push(row);
    unit = ((row.at(-1) ?? 0n) * unit) % modulus;
  }
  return (exponent: bigint): bigint => {
    let result = 1n;
    digitsOf(exponent, width).forEach((digit, place) => {
      if (digit !== 0) result = (result * (rows[place]?.[digit] ?? 1n)) % modulus;
    });
    return result;
  };
}
