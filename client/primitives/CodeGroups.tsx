import styles from './CodeGroups.module.css';
import { groupsOf } from './code-groups.ts';

/** A long code in groups of four signs, to be compared by eye. */
export const CodeGroups = ({ code }: { code: string }) => (
  <code className={styles.code}>
    {groupsOf(code).map((group, at) => (
      // The groups of a code never move.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at}>{group}</span>
    ))}
  </code>
);
