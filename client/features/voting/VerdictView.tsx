import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import { useTranslation } from 'react-i18next';
import type { MyPoll, Verdict } from '../../../models/contracts/voting.ts';
import { Icon } from '../../primitives/Icon.tsx';
import { cx } from '../../primitives/cx.ts';
import { NamedBallots } from './NamedBallots.tsx';
import { VerdictBasis } from './VerdictBasis.tsx';
import { VerdictChart } from './VerdictChart.tsx';
import { verdictWords } from './verdict-words.ts';
import styles from './Verdict.module.css';

export interface VerdictViewProps {
  poll: MyPoll;
  verdict: Verdict;
}

/** The result: outcome, figures, the bars, what it rests on, and who chose what. */
export function VerdictView({ poll, verdict }: VerdictViewProps) {
  const { t } = useTranslation('voting');
  return (
    <section className={styles.verdict} aria-label={t('verdict.region', { number: poll.number })}>
      <VerdictHeadline verdict={verdict} />
      <VerdictChart verdict={verdict} />
      <VerdictBasis poll={poll} verdict={verdict} />
      {poll.ballots && <NamedBallots ballots={poll.ballots} />}
    </section>
  );
}

/** Outcome, the figures that decided, and why, in words. */
function VerdictHeadline({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('voting');
  const { headline, outcome, reason } = verdictWords(t, verdict);
  return (
    <div className={styles.headline}>
      <p className={cx(styles.outcome, verdict.carried ? styles.carried : styles.missed)}>
        <Icon of={verdict.carried ? CircleCheck : CircleX} size="1.1em" />
        <span>{outcome}</span>
      </p>
      <p className={styles.figures}>{headline}</p>
      <p className={styles.reason}>{reason}</p>
    </div>
  );
}
