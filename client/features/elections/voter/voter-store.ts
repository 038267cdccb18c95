import type { Id } from '../../../../models/ids.ts';
import { type BrowserStore, browserStore } from '../kept/browser-store.ts';
import { KeptVoter } from './kept-voter.ts';

/** Whose credential and ballot, in which poll. */
export interface VoterKey {
  personId: Id;
  pollId: Id;
}

/** What this browser keeps of a voter. */
export const voterStore = ({ personId, pollId }: VoterKey): BrowserStore<KeptVoter> =>
  browserStore({
    database: 'nghi-truong-voter',
    table: 'voters',
    key: `${personId}.${pollId}`,
    // What another version left there, and cannot be read, is nothing.
    read: (value) => KeptVoter.safeParse(value).data ?? null,
  });
