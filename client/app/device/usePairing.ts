import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type PairedKind, claimPairing, startPairing } from '../../../models/contracts/identity.ts';
import { call } from '../../realtime/http.ts';
import { isRefusal } from '../../realtime/refusal.ts';
import { clockOffset } from '../../realtime/server-clock.ts';

const askEveryMs = 2_000;
/** After too many codes were asked for. */
const calmMs = 10_000;

const Pairing = startPairing.response;
type Pairing = z.infer<typeof Pairing>;

const storageKey = (kind: PairedKind) => `nghi-truong.pairing.${kind}`;

/** A code that somebody may be typing just now outlives a reload of the device. */
function remembered(kind: PairedKind): Pairing | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey(kind)) ?? 'null');
    const pairing = Pairing.safeParse(stored).data;
    return pairing && isCurrent(pairing) ? pairing : null;
  } catch {
    return null;
  }
}

function remember(kind: PairedKind, pairing: Pairing | null) {
  try {
    if (pairing === null) sessionStorage.removeItem(storageKey(kind));
    else sessionStorage.setItem(storageKey(kind), JSON.stringify(pairing));
  } catch {
    // Without storage a reload shows a new code.
  }
}

const isCurrent = ({ expiresAt }: Pairing) => Date.parse(expiresAt) > Date.now() + clockOffset();

const waitFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface PairingState {
  pairing: Pairing | null;
  /** Why there is no code, or nobody to ask. */
  error: unknown;
}

/** Keeps a valid code on the screen and asks until an administrator has confirmed it. */
export function usePairing(kind: PairedKind, onPaired: () => unknown): PairingState {
  const [state, setState] = useState<PairingState>({ pairing: null, error: null });
  useEffect(() => {
    const signal = { stopped: false };
    void pair(kind, signal, setState, onPaired);
    return () => void (signal.stopped = true);
    // `onPaired` is a query's refetch and stays the same.
  }, [kind, onPaired]);
  return state;
}

async function pair(
  kind: PairedKind,
  signal: { stopped: boolean },
  show: (state: PairingState) => void,
  onPaired: () => unknown,
) {
  let pairing = remembered(kind);
  while (!signal.stopped) {
    try {
      if (pairing === null || !isCurrent(pairing))
        pairing = await call(startPairing, { body: { kind } });
      remember(kind, pairing);
      if (signal.stopped) return;
      show({ pairing, error: null });
      if (await isConfirmed(pairing)) {
        remember(kind, null);
        onPaired();
        return;
      }
      await waitFor(askEveryMs);
    } catch (error) {
      if (isRefusal(error, 'pairing_code_unknown')) pairing = null;
      show({ pairing, error });
      await waitFor(isRefusal(error, 'too_many_requests') ? calmMs : askEveryMs);
    }
  }
}

async function isConfirmed({ pairingId, secret }: Pairing): Promise<boolean> {
  const { state } = await call(claimPairing, { params: { pairingId }, body: { secret } });
  return state === 'confirmed';
}
