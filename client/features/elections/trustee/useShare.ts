import { useMemo, useState } from 'react';
import type { TrusteeSecret } from '../../../../models/belenios/trustee.ts';
import { useMe } from '../../../realtime/session.tsx';
import type { Step } from '../kept/browser-store.ts';
import { useKept } from '../kept/useKept.ts';
import type { Work } from '../work/useWork.ts';
import { type KeptKey, keyStore, made } from './kept-keys.ts';
import type { KeyPlace, LockedKey } from './locked-key.ts';
import { openShare, rememberShare } from './open-shares.ts';

/** A trustee's share on this device. */
export interface Share {
  /** Undefined until that is known; null when this browser has none. */
  kept: KeptKey | null | undefined;
  /** Null until its passphrase was given in this tab. */
  secret: TrusteeSecret | null;
  /** Whether this browser keeps nothing. */
  isHomeless: boolean;
  make(passphrase: string): Promise<void>;
  /** @returns false for another passphrase */
  unlock(locked: LockedKey, passphrase: string): Promise<boolean>;
  /** @returns what is kept now; null where nothing is, or nothing can be */
  change(step: Step<KeptKey>): Promise<KeptKey | null>;
}

export function useShare(place: KeyPlace, { work }: Work): Share {
  const { personId } = useMe();
  const { uuid } = place;
  const { status, kept, change } = useKept(
    useMemo(() => keyStore(uuid, personId), [uuid, personId]),
  );
  const [secret, setSecret] = useState(() => openShare(uuid, personId));
  const open = (found: TrusteeSecret) => {
    rememberShare(uuid, personId, found);
    setSecret(found);
  };
  // What refuses to keep anything says so itself.
  const keep = (step: Step<KeptKey>) => change(step).catch(() => null);
  return {
    kept: status === 'loading' ? undefined : kept,
    secret,
    isHomeless: status === 'denied',
    async make(passphrase) {
      const { locked, secret: own } = await work('makeKey', { place, passphrase });
      const now = await keep(made(locked, false));
      // Another tab was quicker: its share is the one, and is shown now.
      if (now?.locked.sealed === locked.sealed) open(own);
    },
    async unlock(locked, passphrase) {
      const found = await work('openKey', { locked, passphrase });
      if (found === null) return false;
      // From a file: a share of this browser that it cannot open stays where it is.
      if (kept === null) await keep(made(locked, true));
      open(found);
      return true;
    },
    change: keep,
  };
}
