import { type ReactNode, createContext, use } from 'react';
import type { EncryptedVoteProps } from '../../../realtime/encrypted-vote.ts';

type Render = (props: EncryptedVoteProps) => ReactNode;

const Context = createContext<Render | null>(null);

/** Whoever can encrypt ballots puts in here what takes a vote of a poll with trustees. */
export const EncryptedVotesProvider = Context.Provider;

export const useEncryptedVote = (): Render | null => use(Context);
