import type { MeetingState } from '../../../models/contracts/meetings.ts';
import type { Meaning } from '../../primitives/Badge.tsx';

/** How the state of a meeting is coloured; its word always stands beside it. */
export const stateMeanings: Record<MeetingState, Meaning> = {
  planned: 'neutral',
  open: 'for',
  closed: 'abstain',
  cancelled: 'against',
};
