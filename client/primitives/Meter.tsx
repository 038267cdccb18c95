import { Meter as AriaMeter } from 'react-aria-components/Meter';
import styles from './Bars.module.css';
import { cx } from './cx.ts';

export interface MeterProps {
  /** What is measured, for example "Mức âm của micro". */
  label: string;
  /** From 0 to 1. */
  value: number;
}

const steps = [0.05, 0.15, 0.28, 0.42, 0.58, 0.75, 0.9];

/** A level that moves, such as that of a microphone. */
export function Meter({ label, value }: MeterProps) {
  const level = Math.min(1, Math.max(0, value));
  return (
    <AriaMeter aria-label={label} value={level} maxValue={1} className={cx(styles.meter)}>
      {steps.map((step) => (
        <span key={step} className={cx(styles.step, level >= step && styles.lit)} />
      ))}
    </AriaMeter>
  );
}
