import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { PollFacts } from '../PollFacts.tsx';
import styles from '../control/PollControl.module.css';

interface RunningFrameProps {
  poll: MyPoll;
  polls: readonly MyPoll[];
  /** What goes on, in a word or two. */
  state: string;
  children: ReactNode;
}

/** The poll that runs, for those who run it: which, what goes on, and what it asks. */
export function RunningFrame({ poll, polls, state, children }: RunningFrameProps) {
  const { t } = useTranslation('voting');
  return (
    <section className={styles.open} aria-label={t('number', { number: poll.number })}>
      <div className={styles.head}>
        <PollFacts poll={poll} polls={polls} />
        <StatusBadge meaning="attention">{state}</StatusBadge>
      </div>
      <h3 className={styles.running}>{poll.question}</h3>
      {children}
    </section>
  );
}
