import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type Choice,
  type MyPoll,
  castBallot,
  listPolls,
} from '../../../models/contracts/voting.ts';
import { errorCodeOf } from '../../primitives/problems.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { keepUp } from '../../realtime/kept.ts';
import { useConnection, useRestored } from '../../realtime/provider.tsx';
import { routeKey } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { type Kept, ballotMemory } from './ballot-memory.ts';
import { isFinal } from './ballot-outcome.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { withReceipt } from './polls.ts';

export interface Ballot {
  /** `unsure`: sent, and nobody knows yet whether it was recorded. */
  phase: 'choosing' | 'sending' | 'unsure' | 'recorded';
  choice: Choice | null;
  /** Why the last attempt did not end with a receipt. */
  error: unknown;
  choose(choice: Choice): void;
  /** Sends what is chosen; while one attempt runs, another call does nothing. */
  cast(): Promise<void>;
}

interface State {
  kept: Kept | null;
  isSending: boolean;
  error: unknown;
}

const sessionStore = () => globalThis.sessionStorage;

/**
 * One person's ballot in one poll. The first press gives it a request id, which stays with it until the
 * server has said yes or no for good: over lost replies, restarts of the server and reloads of the page. So
 * it is never an error to send it again, and never a second ballot.
 */
export function useBallot(poll: MyPoll, personId: Id): Ballot {
  const { id: pollId, meetingId, myReceipt } = poll;
  const connection = useConnection();
  const client = useQueryClient();
  const memory = useMemo(() => ballotMemory(personId, pollId, sessionStore), [personId, pollId]);
  const [state, setState] = useState<State>(() => ({
    kept: memory.recall(),
    isSending: false,
    error: null,
  }));
  const busy = useRef(false);

  const send = useCallback(
    async (kept: Kept & { requestId: Id }) => {
      if (busy.current) return;
      busy.current = true;
      memory.keep(kept);
      setState({ kept, isSending: true, error: null });
      try {
        const ballot = { meetingId, pollId, choice: kept.choice };
        const { requestId } = kept;
        const { receipt } = await connection.request(castBallot, ballot, { requestId });
        memory.forget();
        // Also into an answer that is under way, and older than the ballot.
        keepUp<{ items: MyPoll[] }>(
          client,
          routeKey(listPolls, { params: { meetingId } }),
          receipt,
          ({ items }) => ({ items: withReceipt(items, receipt) }),
        );
        setState({ kept: null, isSending: false, error: null });
        tellOtherTabs();
      } catch (error) {
        // After a final refusal the choice stays, to be sent as a new ballot if that makes sense.
        const next = isFinal(errorCodeOf(error)) ? { ...kept, requestId: null } : kept;
        memory.keep(next);
        setState({ kept: next, isSending: false, error });
        refreshRoute(client, listPolls, { params: { meetingId } });
      } finally {
        busy.current = false;
      }
    },
    [client, connection, meetingId, memory, pollId],
  );

  const resume = () => {
    const { kept } = state;
    if (!myReceipt && kept !== null && kept.requestId !== null)
      void send({ ...kept, requestId: kept.requestId });
  };
  const latestResume = useRef(resume);
  useEffect(() => {
    latestResume.current = resume;
  });
  // At first, after a reload; and when the poll closes, to learn whether the ballot was in time.
  useEffect(() => latestResume.current(), [poll.state]);
  useRestored(resume);
  useEffect(() => {
    if (myReceipt !== null) memory.forget();
  }, [memory, myReceipt]);

  const { kept, isSending, error } = state;
  return {
    phase: phaseOf(state, myReceipt !== null),
    choice: kept?.choice ?? null,
    error: myReceipt === null ? error : null,
    choose(choice) {
      if (isSending || kept?.requestId) return;
      const next = { choice, requestId: null };
      memory.keep(next);
      setState({ kept: next, isSending: false, error: null });
    },
    async cast() {
      if (kept !== null) await send({ ...kept, requestId: kept.requestId ?? newId() });
    },
  };
}

function phaseOf({ kept, isSending }: State, isRecorded: boolean): Ballot['phase'] {
  if (isRecorded) return 'recorded';
  if (isSending) return 'sending';
  return kept?.requestId ? 'unsure' : 'choosing';
}
