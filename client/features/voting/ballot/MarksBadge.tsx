import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { useMarksWords } from '../useWords.ts';

/** What is on a ballot: an answer to a motion with its icon and colour, anything else in words. */
export function MarksBadge({ poll, marks }: { poll: Poll; marks: Marks }) {
  const words = useMarksWords()(poll, marks);
  if (marks.kind === 'motion') return <StatusBadge meaning={marks.choice}>{words}</StatusBadge>;
  return <strong>{words}</strong>;
}
