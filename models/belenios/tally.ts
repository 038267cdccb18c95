import { valuesIn } from './answer.ts';
import type { ElectionContext } from './ballot.ts';
import type { PublicCredential } from './credentials.ts';
import { sha256Hex } from './hash.ts';
import { encode, written, listOf } from './json.ts';
import {
  type Ballot,
  type Ciphertext,
  type SizedEncryptedTally,
  readCiphertext,
} from './messages.ts';

/** The sum of all ballots, still encrypted (section 4.16). */

/** For each question the ciphertext of each value. */
export type EncryptedTally = Ciphertext[][];

export function readEncryptedTally({ group }: ElectionContext) {
  return listOf(listOf(readCiphertext(group)));
}

/** The ballots that count (section 4.15): of each credential the last. */
export function lastBallots<B extends Pick<Ballot, 'credential'>>(ballots: readonly B[]): B[] {
  const last = new Map<bigint, B>();
  for (const ballot of ballots) {
    // Taken out first, so that it moves to the end.
    last.delete(ballot.credential);
    last.set(ballot.credential, ballot);
  }
  return [...last.values()];
}

/** Adds ballots one by one; what it holds at any time is a tally. */
export interface TallyAccumulator {
  /** A checked ballot that counts `weight` times. */
  add(ballot: Pick<Ballot, 'answers'>, weight: bigint): void;
  encrypted(): EncryptedTally;
  ballots(): number;
  weight(): bigint;
}

export function createTally({ election, group }: ElectionContext): TallyAccumulator {
  const sums: EncryptedTally = election.questions.map((question) =>
    Array.from({ length: valuesIn(question) }, () => ({ alpha: 1n, beta: 1n })),
  );
  let ballots = 0;
  let total = 0n;
  const times = (element: bigint, weight: bigint) =>
    weight === 1n ? element : group.power(element, weight);
  return {
    add({ answers }, weight) {
      ballots += 1;
      total += weight;
      for (const [question, row] of sums.entries()) {
        for (const [value, sum] of row.entries()) {
          const choice = answers[question]?.choices[value];
          if (!choice) throw new RangeError('the ballot is not one of this election');
          sum.alpha = group.multiply(sum.alpha, times(choice.alpha, weight));
          sum.beta = group.multiply(sum.beta, times(choice.beta, weight));
        }
      }
    },
    encrypted: () => sums.map((row) => row.map((sum) => ({ ...sum }))),
    ballots: () => ballots,
    weight: () => total,
  };
}

/** @throws {RangeError} when a ballot's credential is not one of the voters' */
export function tallyOf(
  context: ElectionContext,
  ballots: readonly Pick<Ballot, 'credential' | 'answers'>[],
  voters: readonly PublicCredential[],
): TallyAccumulator {
  const weights = new Map(voters.map(({ credential, weight }) => [credential, weight]));
  const tally = createTally(context);
  for (const ballot of lastBallots(ballots)) {
    const weight = weights.get(ballot.credential);
    if (weight === undefined) throw new RangeError('a ballot of nobody');
    tally.add(ballot, weight);
  }
  return tally;
}

/** The two payloads of the event EncryptedTally, in the order of the archive. */
export function encodeTally(tally: TallyAccumulator): [encrypted: string, sized: string] {
  const encrypted = encode(tally.encrypted());
  const sized: SizedEncryptedTally = {
    num_tallied: tally.ballots(),
    total_weight: written(tally.weight()),
    encrypted_tally: sha256Hex(encrypted),
  };
  return [encrypted, encode(sized)];
}
