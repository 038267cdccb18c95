import { useCallback, useEffect, useState } from 'react';
import type { TrusteeSecret } from '../../../../models/belenios/trustee.ts';
import { useMe } from '../../../realtime/session.tsx';
import type { Work } from '../work/useWork.ts';
import { type KeptKey, addKey, changeKey, findKey } from './kept-keys.ts';
import type { KeyPlace, LockedKey } from './locked-key.ts';
import { openShare, rememberShare } from './open-shares.ts';

/** A trustee's share on this device. */
export interface Share {
  /** Undefined until that is known; null when this browser has none. */
  kept: KeptKey | null | undefined;
  /** Null until its passphrase was given. */
  secret: TrusteeSecret | null;
  /** Whether this browser keeps nothing. */
  isHomeless: boolean;
  make(passphrase: string): Promise<void>;
  /** @returns false for another passphrase */
  unlock(locked: LockedKey, passphrase: string): Promise<boolean>;
  note(part: Partial<Omit<KeptKey, 'locked'>>): Promise<void>;
}

/** @param moment whenever it is another one, what another tab may have done is looked up */
export function useShare(place: KeyPlace, { work }: Work, moment: string): Share {
  const { personId } = useMe();
  const { uuid } = place;
  const [kept, setKept] = useState<KeptKey | null | undefined>(undefined);
  const [secret, setSecret] = useState(() => openShare(uuid, personId));
  const [isHomeless, setHomeless] = useState(false);
  const look = useCallback(
    () =>
      findKey(uuid, personId).then(
        (found) => setKept(found ?? null),
        () => {
          setKept(null);
          setHomeless(true);
        },
      ),
    [uuid, personId],
  );
  useEffect(() => void look(), [look, moment]);
  const open = (found: TrusteeSecret) => {
    rememberShare(uuid, personId, found);
    setSecret(found);
  };
  const keep = async (locked: LockedKey, isSaved: boolean): Promise<boolean> => {
    const key = { locked, isSaved, publicKey: null, decrypted: null };
    try {
      return await addKey(uuid, personId, key);
    } catch {
      setHomeless(true);
      return false;
    } finally {
      await look();
    }
  };
  return {
    kept,
    secret,
    isHomeless,
    async make(passphrase) {
      const made = await work('makeKey', { place, passphrase });
      // Another tab was quicker: its share is the one, and is shown now.
      if (await keep(made.locked, false)) open(made.secret);
    },
    async unlock(locked, passphrase) {
      const found = await work('openKey', { locked, passphrase });
      if (found === null) return false;
      // From a file: a share of this browser that it cannot open stays where it is.
      if (kept === null) await keep(locked, true);
      open(found);
      return true;
    },
    async note(part) {
      await changeKey(uuid, personId, part).catch(() => setHomeless(true));
      await look();
    },
  };
}
