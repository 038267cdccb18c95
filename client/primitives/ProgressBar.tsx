import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import styles from './Bars.module.css';
import { cx } from './cx.ts';

export interface ProgressBarProps {
  label: string;
  value: number;
  max?: number;
  /** What stands at the right, for example "12/17"; by default the percentage. */
  text?: string;
}

/** How far something is that takes more than a second, in numbers. */
export const ProgressBar = ({ label, value, max = 100, text }: ProgressBarProps) => (
  <AriaProgressBar
    className={cx(styles.progress)}
    value={value}
    maxValue={max}
    {...(text !== undefined && { valueLabel: text })}
  >
    {({ percentage = 0, valueText }) => (
      <>
        <div className={styles.words}>
          <Label>{label}</Label>
          <span className="nt-figures">{valueText}</span>
        </div>
        <div className={styles.track}>
          <div className={styles.fill} style={{ transform: `scaleX(${percentage / 100})` }} />
        </div>
      </>
    )}
  </AriaProgressBar>
);
