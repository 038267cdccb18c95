import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import {
  type MyPoll,
  type MyVote,
  castBallot,
  listPolls,
} from '../../../../models/contracts/voting.ts';
import { type Id, newId } from '../../../../models/ids.ts';
import { errorCodeOf } from '../../../primitives/problems.ts';
import { keepUp } from '../../../realtime/kept.ts';
import { useConnection, useRestored } from '../../../realtime/provider.tsx';
import { routeKey } from '../../../realtime/queries.ts';
import { refreshRoute } from '../../../realtime/refresh.ts';
import { useMe } from '../../../realtime/session.tsx';
import { type Kept, ballotMemory } from './ballot-memory.ts';
import { isFinal } from './ballot-outcome.ts';
import { fits } from './marks.ts';
import { withReceipt } from '../polls.ts';

export interface Ballot {
  /** `unsure`: sent, and nobody knows yet whether it was recorded. */
  phase: 'choosing' | 'sending' | 'unsure' | 'recorded';
  marks: Marks | null;
  /** A recorded vote is being changed. */
  isChange: boolean;
  /** Why the last attempt did not end with a receipt. */
  error: unknown;
  mark(marks: Marks): void;
  /** Sends what is marked, or these marks; while one attempt runs, another call does nothing. */
  cast(marks?: Marks): Promise<void>;
  /** Lets go of what is marked and not sent, such as a change that is not to be. */
  drop(): void;
}

interface State {
  kept: Kept | null;
  isSending: boolean;
  error: unknown;
}

/** On its way: under this id it is the same ballot however often it is sent. */
type Sent = Kept & { requestId: Id };
const isSent = (kept: Kept): kept is Sent => kept.requestId !== null;

const sessionStore = () => globalThis.sessionStorage;
const nothing: State = { kept: null, isSending: false, error: null };

/**
 * One vote in one poll, the person's own or one given by delegation. The first press gives it a request id, which
 * stays with it until the server has said yes or no for good: over lost replies, restarts of the server and reloads
 * of the page. So it is never an error to send it again, and never a second ballot.
 */
export function useBallot(poll: MyPoll, vote: MyVote): Ballot {
  const { id: pollId, paper } = poll;
  const { voterId, receipt } = vote;
  const { personId } = useMe();
  const deliver = useDeliver(poll, vote);
  const memory = useMemo(
    () => ballotMemory({ personId, pollId, voterId }, sessionStore),
    [personId, pollId, voterId],
  );
  const [state, setState] = useState<State>(() => ({ ...nothing, kept: memory.recall() }));
  const busy = useRef(false);
  const recorded = receipt?.sequence ?? null;

  const send = async (kept: Sent) => {
    if (busy.current) return;
    busy.current = true;
    memory.keep(kept);
    setState({ kept, isSending: true, error: null });
    try {
      await deliver(kept);
      memory.forget();
      setState(nothing);
    } catch (error) {
      // After a final refusal the marks stay, to be sent as a new ballot if that makes sense.
      const next = isFinal(errorCodeOf(error)) ? { ...kept, requestId: null } : kept;
      memory.keep(next);
      setState({ kept: next, isSending: false, error });
    } finally {
      busy.current = false;
    }
  };

  // What was marked before the last recorded ballot, here or on another device, is of the past.
  const isLive = state.kept !== null && state.kept.replaces === recorded;
  const kept = isLive && state.kept && fits(paper, state.kept.marks) ? state.kept : null;
  useResume(poll.state, () => {
    if (kept !== null && isSent(kept)) void send(kept);
  });
  // Nothing of a ballot that cannot be sent any more stays on the machine.
  const isOver = (recorded !== null && !isLive) || (poll.state !== 'open' && !kept?.requestId);
  useEffect(() => {
    if (isOver) memory.forget();
  }, [isOver, memory]);

  const { isSending, error } = state;
  return {
    phase: phaseOf(kept, isSending, recorded !== null),
    marks: kept?.marks ?? null,
    isChange: kept !== null && recorded !== null,
    error: recorded === null || kept !== null ? error : null,
    mark(marks) {
      if (isSending || kept?.requestId) return;
      const next = { marks, requestId: null, replaces: recorded };
      memory.keep(next);
      setState({ ...nothing, kept: next });
    },
    async cast(marks = kept?.marks) {
      if (marks === undefined) return;
      // An attempt that is unsure is made again as it was, whatever was asked for.
      const again = kept?.requestId ? kept : { marks, requestId: null, replaces: recorded };
      await send({ ...again, requestId: again.requestId ?? newId() });
    },
    drop() {
      if (isSending || kept?.requestId) return;
      memory.forget();
      setState(nothing);
    },
  };
}

/** Sends a ballot; the polls that are shown hear of its receipt, or ask how things stand. */
function useDeliver({ id: pollId, meetingId }: MyPoll, { voterId, onBehalf }: MyVote) {
  const connection = useConnection();
  const client = useQueryClient();
  return async ({ marks, requestId }: Sent): Promise<void> => {
    const input = { params: { meetingId } };
    const ballot = { meetingId, pollId, marks, ...(onBehalf && { voterId }) };
    try {
      const { receipt } = await connection.request(castBallot, ballot, { requestId });
      // Also into an answer that is under way, and older than the ballot.
      keepUp<{ items: MyPoll[] }>(client, routeKey(listPolls, input), receipt, ({ items }) => ({
        items: withReceipt(items, receipt),
      }));
    } catch (error) {
      refreshRoute(client, listPolls, input);
      throw error;
    }
  };
}

/** At first, after a reload; after a lost line; and when the poll closes, to learn whether the ballot was in time. */
function useResume(state: MyPoll['state'], resume: () => void): void {
  const latest = useRef(resume);
  useEffect(() => {
    latest.current = resume;
  });
  useEffect(() => latest.current(), [state]);
  useRestored(resume);
}

function phaseOf(kept: Kept | null, isSending: boolean, isRecorded: boolean): Ballot['phase'] {
  if (isSending) return 'sending';
  if (kept?.requestId) return 'unsure';
  return isRecorded && kept === null ? 'recorded' : 'choosing';
}
