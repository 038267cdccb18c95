import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type MyPoll, getTurnout, pollProgress } from '../../../models/contracts/voting.ts';
import { useNotice, useRestored } from '../../realtime/provider.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';

/** In a large body ballots come by the dozen; the list of names is read anew this often at most. */
const atMostEveryMs = 1000;

/** Who on the roll of a poll has voted; never how. For those who run the vote. */
export function useTurnout({ meetingId, id: pollId }: MyPoll) {
  const client = useQueryClient();
  const input = { params: { meetingId, pollId } };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => refreshRoute(client, getTurnout, input);
  useNotice(pollProgress, (progress) => {
    if (progress.pollId !== pollId) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, atMostEveryMs);
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useRestored(refresh);
  return useQueryRoute(getTurnout, input).data?.items;
}
