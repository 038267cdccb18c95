import { Suspense, lazy } from 'react';
import type { Id } from '../../models/ids.ts';
import { usePolls } from '../features/voting/usePolls.ts';

// Few polls have trustees: what makes credentials comes with the first that has.
const ReadyToVote = lazy(async () => ({
  default: (await import('../features/elections/voter/ReadyToVote.tsx')).ReadyToVote,
}));

interface VotersReadyProps {
  meetingId: Id;
  /** One line for each while all is well. */
  isLine?: boolean;
}

/** Makes the browser ready for every verifiable secret ballot of the meeting that is about to be opened. */
export function VotersReady({ meetingId, isLine = false }: VotersReadyProps) {
  const polls = usePolls(meetingId).data?.items ?? [];
  const coming = polls.filter(({ state, trustees }) => state === 'draft' && trustees);
  if (coming.length === 0) return null;
  return (
    <Suspense>
      {coming.map((poll) => (
        <ReadyToVote key={poll.id} poll={poll} isLine={isLine} />
      ))}
    </Suspense>
  );
}
