import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import Hourglass from 'lucide-react/icons/hourglass';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { type Meaning, StatusBadge } from '../../../primitives/Badge.tsx';
import { Icon, type IconType } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './Verdict.module.css';
import { useVerdictWords } from './useVerdictWords.ts';

interface VerdictProps {
  poll: Poll;
  verdict: Verdict;
}

const looks: Record<Verdict['outcome'], { meaning: Meaning; icon: IconType }> = {
  carried: { meaning: 'for', icon: CircleCheck },
  not_carried: { meaning: 'against', icon: CircleX },
  second_ballot: { meaning: 'attention', icon: RotateCcw },
  recorded: { meaning: 'neutral', icon: ClipboardCheck },
};

/** Icon and colour of an outcome; so far it has none of its own. */
const lookOf = ({ state }: Poll, { outcome }: Verdict) =>
  state === 'open' ? { meaning: 'neutral' as const, icon: Hourglass } : looks[outcome];

/** The outcome of a poll as a badge, for lists. */
export function VerdictBadge({ poll, verdict }: VerdictProps) {
  const { meaning, icon } = lookOf(poll, verdict);
  return (
    <StatusBadge meaning={meaning} icon={icon}>
      {useVerdictWords()(poll, verdict).outcome}
    </StatusBadge>
  );
}

/** The outcome in large letters, sized by the text around it. */
export function VerdictOutcome({ poll, verdict }: VerdictProps) {
  const { meaning, icon } = lookOf(poll, verdict);
  return (
    <span className={cx(styles.outcome, styles[meaning])}>
      <Icon of={icon} size="1em" />
      <span>{useVerdictWords()(poll, verdict).outcome}</span>
    </span>
  );
}
