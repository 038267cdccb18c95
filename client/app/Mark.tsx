import styles from './Mark.module.css';

// Centre and radius of each seat, in a square of 32: two rows around the speaker's place.
const seats = [
  [5.7, 20.95, 1.9],
  [9.18, 14.55, 1.9],
  [16.0, 12.0, 1.9],
  [22.82, 14.55, 1.9],
  [26.3, 20.95, 1.9],
  [11.5, 19.8, 1.6],
  [16.0, 17.2, 1.6],
  [20.5, 19.8, 1.6],
  [16, 22.6, 1.6],
] as const;

/** The mark of the product: rows of seats around a floor. The same drawing is public/favicon.svg. */
export const Mark = () => (
  <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden focusable={false}>
    {seats.map(([x, y, radius]) => (
      <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
    ))}
  </svg>
);
