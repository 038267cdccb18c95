import { type ReactNode, lazy } from 'react';
import { EncryptedVotesProvider } from '../features/voting/ballot/encrypted-votes.ts';
import type { EncryptedVoteProps } from '../realtime/encrypted-vote.ts';

// Few polls have trustees: what encrypts comes with the first that has.
const EncryptedVote = lazy(async () => ({
  default: (await import('../features/elections/voter/EncryptedVote.tsx')).EncryptedVote,
}));

const render = (props: EncryptedVoteProps) => <EncryptedVote {...props} />;

/** Lets the ballots below be encrypted where their poll has trustees. */
export const EncryptedVotes = ({ children }: { children: ReactNode }) => (
  <EncryptedVotesProvider value={render}>{children}</EncryptedVotesProvider>
);
