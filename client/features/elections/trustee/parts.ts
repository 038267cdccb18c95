import type { MyElection } from '../../../../models/contracts/elections.ts';
import type { Work } from '../work/useWork.ts';
import type { Share } from './useShare.ts';
import type { Steps } from './useSteps.ts';

/** What each part of a trustee's card gets. */
export interface PartProps {
  election: MyElection;
  share: Share;
  steps: Steps;
  work: Work;
  /** The trustee's own, from 1. */
  place: number;
  pollId: string;
}
