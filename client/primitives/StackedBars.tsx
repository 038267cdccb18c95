import styles from './StackedBars.module.css';
import { cx } from './cx.ts';

type Tone = 'for' | 'abstain' | 'attention' | 'against' | 'neutral';

export interface Bar {
  id: string;
  /** Under the bar: short, such as a day. */
  label: string;
  parts: readonly { id: string; tone: Tone; value: number }[];
}

export interface StackedBarsProps {
  /** What is shown. The figures themselves stand in a table beside it, so the drawing is one picture to a reader. */
  label: string;
  bars: readonly Bar[];
  legend: readonly { id: string; tone: Tone; label: string }[];
}

const height = 120;
const width = 28;
const gap = 12;
const foot = 18;

/** Amounts over time, one column each, all to one scale. */
export function StackedBars({ label, bars, legend }: StackedBarsProps) {
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const whole = bars.length * (width + gap) + gap;
  return (
    <figure className={styles.figure}>
      <div className={styles.scroll}>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${whole} ${height + foot}`}
          width={whole}
          height={height + foot}
        >
          {bars.map((bar, at) => (
            <Column key={bar.id} bar={bar} x={gap + at * (width + gap)} most={most} />
          ))}
          <line x1={0} x2={whole} y1={height} y2={height} className={styles.axis} />
        </svg>
      </div>
      <figcaption className={styles.legend}>
        {legend.map(({ id, tone, label: word }) => (
          <span key={id} className={styles.entry}>
            <span className={cx(styles.swatch, styles[tone])} />
            {word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Column({ bar, x, most }: { bar: Bar; x: number; most: number }) {
  const high = (value: number) => (height * value) / most;
  return (
    <g>
      {bar.parts.map(({ id, tone, value }, at) => {
        const upTo = bar.parts.slice(0, at + 1).reduce((sum, part) => sum + part.value, 0);
        const box = { x, y: height - high(upTo), width, height: high(value) };
        return <rect key={id} {...box} className={styles[tone]} />;
      })}
      <text x={x + width / 2} y={height + foot - 4} textAnchor="middle" className={styles.tick}>
        {bar.label}
      </text>
    </g>
  );
}
