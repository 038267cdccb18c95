import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { NamedBallots } from './NamedBallots.tsx';
import styles from './Verdict.module.css';
import { VerdictBasis } from './VerdictBasis.tsx';
import { VerdictChart } from './VerdictChart.tsx';
import { VerdictOutcome } from './VerdictHeadline.tsx';
import { useVerdictWords } from './useVerdictWords.ts';
import { isUnanimous } from './verdict-facts.ts';

export interface VerdictViewProps {
  poll: Poll;
  verdict: Verdict;
}

/** The result: outcome, figures, the bars, what it rests on, and who chose what. So far, while the poll is open. */
export function VerdictView({ poll, verdict }: VerdictViewProps) {
  const { t } = useTranslation('verdict');
  return (
    <section className={styles.verdict} aria-label={t('region', { number: poll.number })}>
      <VerdictHead poll={poll} verdict={verdict} />
      <VerdictChart poll={poll} verdict={verdict} />
      {poll.state !== 'open' && <VerdictBasis poll={poll} verdict={verdict} />}
      {poll.ballots && <NamedBallots poll={poll} ballots={poll.ballots} />}
    </section>
  );
}

/** Outcome, the figures that decided, and why, in words. */
function VerdictHead({ poll, verdict }: VerdictViewProps) {
  const { t } = useTranslation('verdict');
  const { headline, reason } = useVerdictWords()(poll, verdict);
  const isSecret = poll.secrecy === 'secret';
  return (
    <div className={styles.headline}>
      <p className={styles.large}>
        <VerdictOutcome poll={poll} verdict={verdict} />
      </p>
      <p className={styles.figures}>{headline}</p>
      <p className={styles.reason}>{reason}</p>
      <Deemed verdict={verdict} />
      {isSecret && (
        <p className={styles.reason}>{t(isUnanimous(verdict) ? 'unanimous' : 'secret')}</p>
      )}
    </div>
  );
}

/** Answers that nobody gave, but the rules add, are told apart from those that were given. */
function Deemed({ verdict: { deemed: count, ruleSet } }: { verdict: Verdict }) {
  const { t } = useTranslation('verdict');
  if (count === 0) return null;
  const key = ruleSet.silence === 'deemed_for' ? 'deemedFor' : 'deemedAbstain';
  return <p className={styles.reason}>{t(key, { count })}</p>;
}
