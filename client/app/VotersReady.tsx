import { Suspense, lazy } from 'react';
import type { Id } from '../../models/ids.ts';
import { usePolls } from '../features/voting/usePolls.ts';

// Few polls have trustees: what makes credentials comes with the first that has.
const ReadyToVote = lazy(async () => ({
  default: (await import('../features/elections/voter/ReadyToVote.tsx')).ReadyToVote,
}));

/** Makes the browser ready for every verifiable secret ballot of the meeting that is about to be opened. */
export function VotersReady({ meetingId }: { meetingId: Id }) {
  const polls = usePolls(meetingId).data?.items ?? [];
  const coming = polls.filter(({ state, trustees }) => state === 'draft' && trustees);
  if (coming.length === 0) return null;
  return (
    <Suspense>
      {coming.map((poll) => (
        <ReadyToVote key={poll.id} poll={poll} />
      ))}
    </Suspense>
  );
}
