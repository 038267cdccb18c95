import styles from './Mark.module.css';

/** The mark of the product: rows of seats around a floor. */
export const Mark = () => (
  <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden focusable={false}>
    <path d="M6 21.5a10 10 0 0 1 20 0" strokeDasharray="5.2 5.26" />
    <path d="M11 21.5a5 5 0 0 1 10 0" strokeDasharray="3.6 4.25" />
    <circle cx="16" cy="22" r="1.75" />
  </svg>
);
