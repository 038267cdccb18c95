import ListChecks from 'lucide-react/icons/list-checks';
import ListOrdered from 'lucide-react/icons/list-ordered';
import Scale from 'lucide-react/icons/scale';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import UserCheck from 'lucide-react/icons/user-check';
import type { PollKind } from '../../../models/contracts/ballots.ts';
import type { IconType } from '../../primitives/Icon.tsx';

/** A small picture of each kind of poll. */
export const kindIcons: Readonly<Record<PollKind, IconType>> = {
  motion: ThumbsUp,
  choose: ListChecks,
  election: UserCheck,
  confidence: Scale,
  ranked: ListOrdered,
};
