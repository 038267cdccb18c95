import { mostChanges } from '../../models/contracts/ballots.ts';
import type { ElectionPhase, TrusteeStep } from '../../models/contracts/elections.ts';

/** What a trustee has sent so far; null for what has not come. */
export type Sent = Record<TrusteeStep, string | null>;

/**
 * What is next for one of the trustees; null when they wait for others or for nothing. With a threshold each step takes what
 * all have sent in the one before.
 * @param needed how many must decrypt; null where all must, and each has a key of their own
 */
export function dueStep(
  phase: ElectionPhase,
  needed: number | null,
  all: readonly Sent[],
  own: Sent,
): TrusteeStep | null {
  if (phase === 'decrypting') return own.decryption === null ? 'decryption' : null;
  if (phase !== 'keys') return null;
  const steps = stepsOfKeys(needed);
  const now = steps.find((step) => all.some((one) => one[step] === null));
  return now !== undefined && own[now] === null ? now : null;
}

const stepsOfKeys = (needed: number | null): readonly TrusteeStep[] =>
  needed === null ? ['key'] : ['certificate', 'polynomial', 'share'];

/** Whether the trustees have made the whole key. */
export const isKeyWhole = (needed: number | null, all: readonly Sent[]): boolean =>
  stepsOfKeys(needed).every((step) => all.every((one) => one[step] !== null));

/** Those whose decryptions make the result, once there are enough; null before. */
export function decrypters<S extends Pick<Sent, 'decryption'>>(
  needed: number | null,
  all: readonly S[],
): S[] | null {
  const ready = all.filter(({ decryption }) => decryption !== null);
  const enough = needed ?? all.length;
  return ready.length < enough ? null : ready.slice(0, enough);
}

/**
 * Why a ballot of a good form is not taken. Who has voted votes again with a credential that has voted, and who has not with
 * one that has not: so there are as many credentials as people, and nobody need know whose is whose.
 */
export function ballotRefusal({
  isKnown,
  rounds,
  again,
}: {
  isKnown: boolean;
  rounds: number;
  again: boolean;
}) {
  if (!isKnown) return 'credential_unknown';
  if (again !== rounds > 0) return 'credential_used';
  return rounds > mostChanges ? 'too_many_changes' : null;
}
