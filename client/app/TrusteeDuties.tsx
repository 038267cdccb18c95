import { Suspense, lazy } from 'react';
import type { Id } from '../../models/ids.ts';
import { usePolls } from '../features/voting/usePolls.ts';
import { useMe } from '../realtime/session.tsx';

// Few people ever keep the key of a poll: what they need comes when they do.
const TrusteeCard = lazy(async () => ({
  default: (await import('../features/elections/trustee/TrusteeCard.tsx')).TrusteeCard,
}));

interface TrusteeDutiesProps {
  meetingId: Id;
  /** Where the centre belongs to others: nothing unless something is to do, and that can be put off. */
  isGuest?: boolean;
}

/** What the signed-in person has to do for polls whose key they keep. */
export function TrusteeDuties({ meetingId, isGuest = false }: TrusteeDutiesProps) {
  const { personId } = useMe();
  const polls = usePolls(meetingId).data?.items ?? [];
  const mine = polls.filter(
    ({ trustees, state }) =>
      trustees?.personIds.includes(personId) && (state === 'draft' || state === 'open'),
  );
  if (mine.length === 0) return null;
  return (
    <Suspense>
      {mine.map((poll) => (
        <TrusteeCard key={poll.id} poll={poll} isGuest={isGuest} />
      ))}
    </Suspense>
  );
}
