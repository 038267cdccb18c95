import type { MyElection } from '../../../../models/contracts/elections.ts';

type Trustee = MyElection['trustees'][number];

/** How far a trustee is, as others may know it. */
type TrusteeState = 'waiting' | 'going' | 'done' | 'ready' | 'decrypt' | 'decrypted';

export function trusteeState(
  { step, decrypted }: Pick<Trustee, 'step' | 'decrypted'>,
  phase: MyElection['phase'],
): TrusteeState {
  if (phase === 'decrypting' || phase === 'decided') return decrypted ? 'decrypted' : 'decrypt';
  if (phase !== 'keys') return 'ready';
  if (step === 'key' || step === 'certificate') return 'waiting';
  return step === null ? 'done' : 'going';
}

/** How many must open the result, and how many of them have. */
export function openingCount({ needed, trustees }: Pick<MyElection, 'needed' | 'trustees'>) {
  const enough = needed ?? trustees.length;
  const opened = trustees.filter(({ decrypted }) => decrypted).length;
  return { enough, opened, more: Math.max(0, enough - opened) };
}
