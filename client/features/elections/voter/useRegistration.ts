import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { registerCredential } from '../../../../models/contracts/elections.ts';
import { type MyPoll, listPolls } from '../../../../models/contracts/voting.ts';
import { useElection } from '../../../realtime/election.ts';
import { isRefusal, isUncertain } from '../../../realtime/refusal.ts';
import { useConnection, useRestored } from '../../../realtime/provider.tsx';
import { refreshRoute } from '../../../realtime/refresh.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { useMe } from '../../../realtime/session.tsx';
import { useWork } from '../work/useWork.ts';
import { beginFor, refused, registered, withPublicPart } from './kept-voter.ts';
import { useKeptVoter } from './useKeptVoter.ts';

/**
 * - `elsewhere`: the person's credential was made in another browser
 * - `denied`: this browser keeps nothing for pages
 */
export type Readiness = 'none' | 'making' | 'ready' | 'elsewhere' | 'denied' | 'failed';

/** A hall of a thousand registers within a minute, and each registration is told to all; milliseconds. */
const withinMs = 2000;
const retryAfter = 5000;

/**
 * Makes a credential for a poll that is about to be opened, as soon as the person is there, and registers it. It is on the
 * disk before the server hears of it, and the same one is sent until the server has answered.
 */
export function useRegistration(poll: MyPoll) {
  const { meetingId, id: pollId } = poll;
  const { request } = useConnection();
  const { work } = useWork();
  const { status, kept, change } = useKeptVoter(pollId);
  const { data: election, error: lost, refetch } = useElection(poll, { withinMs });
  useGone(poll, lost);
  const isPresent = useIsPresent(poll);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useRestored(retry);
  const { uuid, phase, isRegistered } = election ?? {};
  const own = kept?.uuid === uuid ? kept : null;
  const isReady = isRegistered === true && own?.isRegistered === true;
  const isElsewhere = isRegistered === true && own === null && status === 'kept';
  const isDue = phase === 'registering' && isPresent && status === 'kept' && !isElsewhere;
  const busy = useRef(false);
  const latest = useRef(uuid);
  useEffect(() => {
    latest.current = uuid;
  });

  useEffect(() => {
    if (!isDue || isReady || uuid === undefined || busy.current) return undefined;
    busy.current = true;
    const register = async () => {
      const begun = await change(beginFor(uuid));
      if (begun === null) return;
      const { credential } = begun;
      const publicPart = begun.publicPart ?? (await work('credential', { uuid, credential }));
      await change(withPublicPart(uuid, publicPart));
      await request(registerCredential, { meetingId, pollId, uuid, credential: publicPart });
      await change(registered(uuid));
      setError(null);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = async (failure: unknown) => {
      if (isRefusal(failure, 'already_registered')) await change(refused(uuid));
      else setError(failure);
      const isPassing = isUncertain(failure) || isRefusal(failure, 'conflict');
      if (isPassing) timer = setTimeout(retry, retryAfter);
    };
    void register()
      .catch((failure: unknown) => failed(failure).catch(setError))
      .finally(() => {
        busy.current = false;
        void refetch();
        if (latest.current !== uuid) retry();
      });
    return () => clearTimeout(timer);
    // What the steps change is no reason to begin again; `attempt` is.
  }, [isDue, isReady, uuid, attempt, change, meetingId, pollId, refetch, request, retry, work]);

  return { readiness: readinessOf(), error, retry };

  function readinessOf(): Readiness {
    if (phase !== 'registering' || !isPresent) return 'none';
    if (status === 'denied') return 'denied';
    if (isReady) return 'ready';
    if (isElsewhere) return 'elsewhere';
    if (isRegistered === undefined || isRefusal(error, 'not_on_voter_roll')) return 'none';
    return error !== null && !isUncertain(error) && !isRefusal(error, 'conflict')
      ? 'failed'
      : 'making';
  }
}

/** A draft that was taken back, or lost its trustees, leaves the list. */
function useGone({ meetingId }: MyPoll, error: unknown): void {
  const client = useQueryClient();
  const isGone = isRefusal(error, 'not_found');
  useEffect(() => {
    if (isGone) refreshRoute(client, listPolls, { params: { meetingId } });
  }, [client, isGone, meetingId]);
}

/** Whether the roll has the person present, with a right to vote. */
function useIsPresent({ meetingId }: MyPoll): boolean {
  const { personId } = useMe();
  const entry = useRoll(meetingId).data?.entries.find((one) => one.personId === personId);
  return entry !== undefined && (entry.state === 'in_person' || entry.state === 'online');
}
