import type { ReactNode } from 'react';
import styles from './Story.module.css';
import { cx } from './cx.ts';

/** The entries of a record in order. */
export const Story = ({ children }: { children: ReactNode }) => (
  <ol className={styles.story}>{children}</ol>
);

interface StoryEntryProps {
  sequence: number;
  /** Of the receipt that is looked for. */
  isMine: boolean;
  isWrong?: boolean;
  children: ReactNode;
}

/** Its place in the record, and what it says. */
export const StoryEntry = ({ sequence, isMine, isWrong, children }: StoryEntryProps) => (
  <li
    id={`entry-${sequence}`}
    className={cx(styles.entry, isWrong && styles.wrong, isMine && styles.mine)}
  >
    <span className={styles.sequence}>{sequence}</span>
    <div className={styles.words}>{children}</div>
  </li>
);
