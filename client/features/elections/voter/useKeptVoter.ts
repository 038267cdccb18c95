import { useMemo } from 'react';
import type { Id } from '../../../../models/ids.ts';
import { useMe } from '../../../realtime/session.tsx';
import { type Kept, useKept } from '../kept/useKept.ts';
import type { KeptVoter } from './kept-voter.ts';
import { voterStore } from './voter-store.ts';

export type KeptState = Kept<KeptVoter>;

/** What this browser keeps of the signed-in person in a poll. */
export function useKeptVoter(pollId: Id): KeptState {
  const { personId } = useMe();
  return useKept(useMemo(() => voterStore({ personId, pollId }), [personId, pollId]));
}
