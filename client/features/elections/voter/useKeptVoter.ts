import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Id } from '../../../../models/ids.ts';
import { useMe } from '../../../realtime/session.tsx';
import type { KeptVoter, Step } from './kept-voter.ts';
import { voterStore } from './voter-store.ts';

export interface KeptState {
  /** `denied`: this browser keeps nothing for pages. */
  status: 'loading' | 'denied' | 'kept';
  kept: KeptVoter | null;
  /** @throws where the browser keeps nothing */
  change(step: Step): Promise<KeptVoter | null>;
}

/** What other tabs tell this one: that they have changed what is kept. */
const channelName = 'nghi-truong.voter';

type Read = Pick<KeptState, 'status' | 'kept'>;

/** What this browser keeps of the signed-in person in a poll, the same in all its tabs. */
export function useKeptVoter(pollId: Id): KeptState {
  const { personId } = useMe();
  const store = useMemo(() => voterStore({ personId, pollId }), [personId, pollId]);
  const [state, setState] = useState<Read>({ status: 'loading', kept: null });
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const next = await store.recall().then(
        (kept): Read => ({ status: 'kept', kept }),
        (): Read => ({ status: 'denied', kept: null }),
      );
      if (isHere) setState(next);
    };
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', () => void read());
    void read();
    return () => {
      isHere = false;
      channel.close();
    };
  }, [store]);
  const change = useCallback(
    async (step: Step) => {
      try {
        const kept = await store.change(step);
        setState({ status: 'kept', kept });
        tellOthers();
        return kept;
      } catch (error) {
        setState({ status: 'denied', kept: null });
        throw error;
      }
    },
    [store],
  );
  return { ...state, change };
}

/** Also heard by other parts of this page. */
function tellOthers(): void {
  const channel = new BroadcastChannel(channelName);
  // Only windows have origins to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(null);
  channel.close();
}
