import { Suspense, useEffect, useMemo, useState } from 'react';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyPoll, MyVote } from '../../../../models/contracts/voting.ts';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import type { FormGiven } from '../../../realtime/encrypted-vote.ts';
import { useMe } from '../../../realtime/session.tsx';
import { BallotForm } from './BallotForm.tsx';
import { ballotMemory } from './ballot-memory.ts';
import { useEncryptedVote } from './encrypted-votes.ts';
import { fits } from './marks.ts';

interface EncryptedBallotProps {
  poll: MyPoll;
  vote: MyVote;
}

/** The own vote in a poll with trustees: the paper is marked here, what is marked leaves the browser encrypted only. */
export function EncryptedBallot({ poll, vote }: EncryptedBallotProps) {
  const render = useEncryptedVote();
  const { marks, mark, forget } = useMarks(poll, vote);
  const form = ({ status, beside, cast, ...given }: FormGiven) => (
    <BallotForm
      poll={poll}
      vote={vote}
      ballot={{ ...given, marks, mark, cast: async (now = marks ?? undefined) => now && cast(now) }}
      status={status}
      beside={beside}
    />
  );
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      {render?.({ poll, vote, onSealed: forget, form })}
    </Suspense>
  );
}

/** What is marked, over a reload of this tab, until it is forgotten. */
function useMarks({ id: pollId, paper, state }: MyPoll, { voterId }: MyVote) {
  const { personId } = useMe();
  const memory = useMemo(
    () => ballotMemory({ personId, pollId, voterId }, () => globalThis.sessionStorage),
    [personId, pollId, voterId],
  );
  const [marks, setMarks] = useState(() => memory.recall()?.marks ?? null);
  useEffect(() => {
    if (state !== 'open') memory.forget();
  }, [memory, state]);
  return {
    marks: marks !== null && state === 'open' && fits(paper, marks) ? marks : null,
    mark(next: Marks) {
      memory.keep({ marks: next, requestId: null, replaces: null });
      setMarks(next);
    },
    forget() {
      memory.forget();
      setMarks(null);
    },
  };
}
