import { useTranslation } from 'react-i18next';
import { type ConfidenceLevel, confidenceLevels } from '../../../../models/contracts/ballots.ts';
import type { VerdictOf } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import { ChartTag } from './ChartTag.tsx';
import { levelIcons } from '../ballot/ConfidenceFields.tsx';
import styles from './VerdictChart.module.css';
import { namesOf } from '../ballot/marks.ts';

interface ConfidenceChartProps {
  poll: Poll;
  verdict: VerdictOf<'confidence'>;
  /** On a wall: no more lines than this, those with the most low confidence. */
  most?: number;
}

type Line = VerdictOf<'confidence'>['options'][number];

/** A line for each person, in three parts on one scale, with the figures beside. */
export function ConfidenceChart({ poll, verdict, most }: ConfidenceChartProps) {
  const { t } = useTranslation('verdict');
  const sums = verdict.options.map(({ high, medium, low }) => high + medium + low);
  const scale = Math.max(1, verdict.denominator.size, ...sums);
  const isShort = most !== undefined;
  return (
    <>
      {isShort && <Legend />}
      <ul className={cx(styles.people, isShort && styles.wall)} aria-label={t('chart')}>
        {(most === undefined ? verdict.options : mostDoubted(verdict, most)).map((line) => (
          <li key={line.key} className={styles.person}>
            <span className={styles.personHead}>
              <strong>{namesOf(poll.paper, [line.key])[0]}</strong>
              {line.consequence !== 'none' && (
                <ChartTag tone={line.consequence === 'removal' ? 'against' : 'attention'}>
                  {t(`consequence.${line.consequence}`)}
                </ChartTag>
              )}
            </span>
            <span className={styles.track}>
              {confidenceLevels.map((level) => (
                <span
                  key={level}
                  className={cx(styles.bar, styles[level])}
                  style={{ inlineSize: `${(line[level] / scale) * 100}%` }}
                />
              ))}
            </span>
            <Levels line={line} isShort={isShort} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** In the order of the paper. */
function mostDoubted({ options }: VerdictOf<'confidence'>, most: number): readonly Line[] {
  const shown = new Set(options.toSorted((a, b) => b.low - a.low).slice(0, most));
  return options.filter((line) => shown.has(line));
}

interface LevelsProps {
  line: Line;
  /** Where a legend stands above, the figures alone are shown; what they mean is read aloud. */
  isShort: boolean;
}

function Levels({ line, isShort }: LevelsProps) {
  const { t } = useTranslation(['verdict', 'ballot']);
  return (
    <span className={styles.levels}>
      {confidenceLevels.map((level) => {
        const words = t('level', {
          level: t(`levels.${level}`, { ns: 'ballot' }),
          votes: line[level],
        });
        return (
          <span key={level} className={styles.label}>
            <LevelIcon level={level} />
            {isShort ? <span aria-hidden>{line[level]}</span> : words}
            {isShort && <span className="nt-hidden">{words}</span>}
          </span>
        );
      })}
    </span>
  );
}

function Legend() {
  const { t } = useTranslation('ballot');
  return (
    <p className={styles.legend} aria-hidden>
      {confidenceLevels.map((level) => (
        <span key={level} className={styles.label}>
          <LevelIcon level={level} />
          {t(`levels.${level}`)}
        </span>
      ))}
    </p>
  );
}

const LevelIcon = ({ level }: { level: ConfidenceLevel }) => (
  <span className={cx(styles.icon, styles[`${level}Icon`])}>
    <Icon of={levelIcons[level]} />
  </span>
);
