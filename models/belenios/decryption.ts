import type { ElectionContext } from './ballot.ts';
import type { Group } from './group.ts';
import type { PartialDecryption, Proof } from './messages.ts';
import { randomBelow } from './random.ts';
import type { EncryptedTally } from './tally.ts';
import type { TrusteeKind } from './trustees.ts';

/** Decryption of a tally by the trustees, each with a proof (sections 4.18 and 4.19). */

/** Hdecrypt of section 4.18; names the election and the trustee's key. */
function challengeOf(
  { fingerprint, group }: ElectionContext,
  key: bigint,
  made: readonly bigint[],
) {
  return group.challenge(`decrypt|${fingerprint}|${key}|${made.join(',')}`);
}

/** α^x, and the proof (Chaum and Pedersen) that x is the same as in g^x. */
function decryptOne(context: ElectionContext, secret: bigint, key: bigint, alpha: bigint) {
  const { group } = context;
  const nonce = randomBelow(group.q);
  const made = [group.powerOfG(nonce), group.power(alpha, nonce)];
  const challenge = challengeOf(context, key, made);
  return {
    factor: group.power(alpha, secret),
    proof: { challenge, response: group.modQ(nonce - secret * challenge) },
  };
}

/**
 * A trustee's share of the decryption. Only sums of ballots may be given: who calls checks the tally first.
 * @param secret the trustee's private key
 */
export function partialDecryption(
  context: ElectionContext,
  tally: EncryptedTally,
  secret: bigint,
): PartialDecryption {
  const key = context.group.powerOfG(secret);
  const rows = tally.map((row) => row.map(({ alpha }) => decryptOne(context, secret, key, alpha)));
  return {
    decryption_factors: rows.map((row) => row.map(({ factor }) => factor)),
    decryption_proofs: rows.map((row) => row.map(({ proof }) => proof)),
  };
}

function verifyOne(
  context: ElectionContext,
  key: bigint,
  alpha: bigint,
  factor: bigint,
  proof: Proof,
) {
  const { group } = context;
  const { challenge, response } = proof;
  if (!group.contains(factor)) return false;
  const made = [
    group.multiply(group.powerOfG(response), group.power(key, challenge)),
    group.multiply(group.power(alpha, response), group.power(factor, challenge)),
  ];
  return challenge === challengeOf(context, key, made);
}

const sameShape = (rows: readonly unknown[][], tally: EncryptedTally) =>
  rows.length === tally.length && rows.every((row, at) => row.length === tally[at]?.length);

/**
 * Whether a share of the decryption is that of the trustee with this public key.
 * @param tally whose α are elements of the group, as products of checked ballots are
 */
export function verifyPartial(
  context: ElectionContext,
  tally: EncryptedTally,
  key: bigint,
  { decryption_factors: factors, decryption_proofs: proofs }: PartialDecryption,
): boolean {
  if (!sameShape(factors, tally) || !sameShape(proofs, tally)) return false;
  return tally.every((row, question) =>
    row.every(({ alpha }, value) => {
      const factor = factors[question]?.[value];
      const proof = proofs[question]?.[value];
      if (factor === undefined || !proof) return false;
      return verifyOne(context, key, alpha, factor, proof);
    }),
  );
}

/** Checked shares; the trustees are counted from 1 through all of them, as in `verificationKeys`. */
export type Shares = ReadonlyMap<number, PartialDecryption>;

function invertModQ({ q, modQ }: Group, value: bigint): bigint {
  // Extended Euclid: q is prime, the value not 0.
  let [a, b, x, y] = [q, modQ(value), 0n, 1n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return modQ(x);
}

/** The Lagrange coefficient at 0 of `index` among `all` (section 4.19). */
export function lagrange(group: Group, index: number, all: readonly number[]): bigint {
  const others = all.filter((one) => one !== index).map(BigInt);
  const product = (values: readonly bigint[]) => values.reduce((a, b) => group.modQ(a * b), 1n);
  const below = product(others.map((other) => other - BigInt(index)));
  return group.modQ(product(others) * invertModQ(group, below));
}

interface Weighted {
  share: PartialDecryption;
  /** Absent where the share counts as it is. */
  exponent?: bigint;
}

/** Which shares make the decryption; null while too few are there. */
function neededShares(group: Group, trustees: readonly TrusteeKind[], shares: Shares) {
  const needed: Weighted[] = [];
  let first = 1;
  for (const [kind, one] of trustees) {
    const size = kind === 'Pedersen' ? one.certs.length : 1;
    const threshold = kind === 'Pedersen' ? one.threshold : 1;
    const own = Array.from({ length: size }, (_, index) => index + 1);
    const start = first;
    const present = own.filter((index) => shares.has(start + index - 1)).slice(0, threshold);
    if (present.length < threshold) return null;
    for (const index of present) {
      const share = shares.get(start + index - 1);
      if (!share) continue;
      needed.push(
        kind === 'Pedersen' ? { share, exponent: lagrange(group, index, present) } : { share },
      );
    }
    first += size;
  }
  return needed;
}

/** Whether the shares suffice to decrypt. */
export function sharesSuffice(
  { group }: ElectionContext,
  trustees: readonly TrusteeKind[],
  shares: Shares,
) {
  return neededShares(group, trustees, shares) !== null;
}

/**
 * g to the number of votes for each value (β/F of section 4.19).
 * @throws {RangeError} when too few shares are there
 */
export function decrypt(
  { group }: ElectionContext,
  tally: EncryptedTally,
  trustees: readonly TrusteeKind[],
  shares: Shares,
): bigint[][] {
  const needed = neededShares(group, trustees, shares);
  if (!needed) throw new RangeError('too few trustees have decrypted');
  return tally.map((row, question) =>
    row.map(({ beta }, value) => {
      const factors = needed.map(({ share, exponent }) => {
        const factor = share.decryption_factors[question]?.[value] ?? 1n;
        return exponent === undefined ? factor : group.power(factor, exponent);
      });
      return group.multiply(beta, group.invert(group.multiply(...factors)));
    }),
  );
}
