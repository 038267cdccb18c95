import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import { ChartTag } from './ChartTag.tsx';
import { ConfidenceChart } from './ConfidenceChart.tsx';
import styles from './VerdictChart.module.css';
import { choiceIcons } from '../choice-icons.ts';
import { namesOf } from '../ballot/marks.ts';
import { useChoiceWords } from '../useWords.ts';
import { type Bar, type Chart, chartsOf, shortChart } from './verdict-facts.ts';

interface VerdictChartProps {
  poll: Poll;
  verdict: Verdict;
  /** More lines than this are left out, those with the fewest votes first: a wall does not scroll. */
  most?: number;
}

/** A bar for each answer with its count, and the line where enough begins. Sized by the text around it. */
export function VerdictChart({ poll, verdict, most }: VerdictChartProps) {
  if (verdict.kind === 'confidence')
    return <ConfidenceChart poll={poll} verdict={verdict} {...(most !== undefined && { most })} />;
  return (
    <div className={cx(styles.charts, most !== undefined && styles.wall)}>
      {chartsOf(verdict).map((chart) => (
        <Bars
          key={chart.id}
          poll={poll}
          verdict={verdict}
          chart={most === undefined ? chart : shortChart(chart, most)}
        />
      ))}
    </div>
  );
}

const chartNames = {
  motion: 'chart',
  options: 'chart',
  firstRound: 'firstRound',
  secondRound: 'secondRound',
} as const;

function Bars({ poll, verdict, chart }: VerdictChartProps & { chart: Chart }) {
  const { t } = useTranslation('verdict');
  const label = t(chartNames[chart.id]);
  const isRound = verdict.kind === 'ranked';
  const first = chart.bars.findIndex(({ isMeasured }) => isMeasured);
  return (
    <div>
      {isRound && <p className={styles.heading}>{label}</p>}
      <ul className={styles.chart} aria-label={label}>
        {chart.bars.map((bar, at) => (
          <li key={bar.id} className={styles.row}>
            <BarLabel poll={poll} bar={bar} verdict={verdict} />
            <span className={styles.count}>{bar.votes}</span>
            <span className={styles.track}>
              {bar.parts.map(({ tone, length }) => (
                <span
                  key={tone}
                  className={cx(styles.bar, styles[tone])}
                  style={{ inlineSize: `${length * 100}%` }}
                />
              ))}
              {bar.isMeasured && chart.neededAt !== null && (
                <Needed at={chart.neededAt} needed={at === first ? verdict.needed : null} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NeededProps {
  at: number;
  /** Said once; the lines below it stand in one with it, and say nothing. */
  needed: number | null;
}

function Needed({ at, needed }: NeededProps) {
  const { t } = useTranslation('verdict');
  return (
    <span
      className={cx(styles.needed, at > 0.5 && styles.before)}
      style={{ insetInlineStart: `${at * 100}%` }}
    >
      {needed !== null && <span className={styles.mark}>{t('neededMark', { needed })}</span>}
    </span>
  );
}

function BarLabel({ poll, bar, verdict }: { poll: Poll; bar: Bar; verdict: Verdict }) {
  const { t } = useTranslation('verdict');
  const choiceWords = useChoiceWords();
  const { id, passed, tied } = bar;
  if (id === 'notVoted' || id === 'blank' || id === 'spent')
    return <span className={styles.label}>{t(id)}</span>;
  if (typeof id === 'number')
    return (
      <span className={cx(styles.label, styles.name)}>
        {namesOf(poll.paper, [id])[0]}
        {passed && (
          <ChartTag tone="for">{t(verdict.kind === 'election' ? 'elected' : 'chosen')}</ChartTag>
        )}
        {tied && !passed && <ChartTag tone="attention">{t('tied')}</ChartTag>}
      </span>
    );
  return (
    <span className={styles.label}>
      <span className={cx(styles.icon, styles[`${id}Icon`])}>
        <Icon of={choiceIcons[id]} />
      </span>
      {choiceWords(verdict.ruleSet, id)}
    </span>
  );
}
