import styles from './Facts.module.css';

export interface FactsProps {
  /** Each term once; a fact without a value is left out. */
  facts: readonly (readonly [term: string, value: string | null])[];
}

/** What is known of one record, a line each. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
