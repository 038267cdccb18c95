import type { ReactNode } from 'react';
import type { Marks } from '../../models/contracts/ballots.ts';
import type { MyPoll, MyVote } from '../../models/contracts/voting.ts';

/** How the form of a ballot stands, for who takes the marks elsewhere than to the server. */
export interface FormGiven {
  phase: 'choosing' | 'sending';
  /** A recorded vote is being given again. */
  isChange: boolean;
  /** Why the last attempt came to nothing. */
  error: unknown;
  cast: (marks: Marks) => Promise<void>;
  /** Gives a change up. */
  drop: () => void;
  /** Shown while it does not wait for the person. */
  status: ReactNode;
  /** Beside the button, once the marks are complete. */
  beside: (marks: Marks) => ReactNode;
}

export interface EncryptedVoteProps {
  poll: MyPoll;
  vote: MyVote;
  /** Called once nothing may tell any more what was marked. */
  onSealed: () => void;
  /** The form with the paper and what is marked on it. */
  form: (given: FormGiven) => ReactNode;
}
