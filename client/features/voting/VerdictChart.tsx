import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../models/contracts/voting.ts';
import { Icon } from '../../primitives/Icon.tsx';
import { cx } from '../../primitives/cx.ts';
import { choiceIcons } from './BallotChoices.tsx';
import { type Bar, chartOf } from './verdict-facts.ts';
import styles from './VerdictChart.module.css';

/** A bar for each choice with its count; on the one in favour, the line where enough begins. */
export function VerdictChart({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('voting');
  const { bars, neededAt } = chartOf(verdict);
  const neededMark = t('verdict.neededMark', { needed: verdict.needed });
  return (
    <ul className={styles.chart} aria-label={t('verdict.chart')}>
      {bars.map((bar) => (
        <li key={bar.id} className={styles.row}>
          <BarLabel bar={bar} />
          <span className={styles.count}>{bar.count}</span>
          <span className={styles.track}>
            <span
              className={cx(styles.bar, styles[bar.id])}
              style={{ inlineSize: `${bar.length * 100}%` }}
            />
            {bar.id === 'for' && (
              <span
                className={cx(styles.needed, neededAt > 0.5 && styles.before)}
                style={{ insetInlineStart: `${neededAt * 100}%` }}
              >
                <span className={styles.mark}>{neededMark}</span>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function BarLabel({ bar }: { bar: Bar }) {
  const { t } = useTranslation(['voting', 'common']);
  if (bar.id === 'notVoted') return <span className={styles.label}>{t('verdict.notVoted')}</span>;
  return (
    <span className={styles.label}>
      <span className={cx(styles.icon, styles[`${bar.id}Icon`])}>
        <Icon of={choiceIcons[bar.id]} />
      </span>
      {t(bar.id, { ns: 'common' })}
    </span>
  );
}
