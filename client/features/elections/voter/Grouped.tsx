import styles from './Voter.module.css';

/** A long code in groups of four signs, to be compared by eye. */
export const Grouped = ({ code }: { code: string }) => (
  <code className={styles.code}>
    {(code.match(/.{1,4}/g) ?? []).map((group, at) => (
      // The groups of a code never move.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at}>{group}</span>
    ))}
  </code>
);
