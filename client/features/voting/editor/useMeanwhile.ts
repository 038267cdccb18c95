import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type MyPoll, type PollDraft, listPolls } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { routeQuery } from '../../../realtime/queries.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { usePollDrafts } from '../usePollActs.ts';
import type { usePollForm } from './usePollForm.ts';

type Written = Pick<ReturnType<typeof usePollForm>, 'base' | 'revision'>;

/**
 * Saves a poll, and notices when somebody else has saved another form of it meanwhile.
 * @param poll as it stands now; null for a new one
 */
export function useMeanwhile(meetingId: Id, poll: MyPoll | null, { base, revision }: Written) {
  const client = useQueryClient();
  const { create, update } = usePollDrafts(meetingId);
  const [refused, setRefused] = useState<number | null>(null);
  const isOlder = async (pollId: Id) => {
    const list = routeQuery(listPolls, { params: { meetingId } });
    const { items } = await client.fetchQuery({ ...list, staleTime: 0 });
    const now = items.find(({ id }) => id === pollId);
    return now !== undefined && now.revision > base.current;
  };
  const change = async (pollId: Id, draft: PollDraft) => {
    const body = { ...draft, revision: base.current };
    try {
      await update.mutateAsync({ params: { meetingId, pollId }, body });
      return true;
    } catch (error) {
      if (!isRefusal(error, 'conflict') || !(await isOlder(pollId))) throw error;
      setRefused(base.current);
      return false;
    }
  };
  return {
    /** The poll as somebody else has just left it; null when nobody did. */
    theirs: poll !== null && poll.revision > revision ? poll : null,
    /** Whether saving has met it. */
    isRefused: refused === revision,
    /** @returns false when somebody else's form is to be looked at first */
    async save(draft: PollDraft): Promise<boolean> {
      if (poll !== null) return change(poll.id, draft);
      await create.mutateAsync({ params: { meetingId }, body: draft });
      return true;
    },
  };
}
