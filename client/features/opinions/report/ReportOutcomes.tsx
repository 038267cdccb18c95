import { useTranslation } from 'react-i18next';
import type { SlipReport, SlipResult, SlipView } from '../../../../models/contracts/opinions.ts';
import { differing } from '../../../../models/voting/slip-differing.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import styles from './Report.module.css';
import { marksWords } from '../marks-words.ts';

/** What is agreed, what is open, and who counts by the rule on silence. */
export function ReportOutcomes({ report }: { report: SlipReport }) {
  const { t } = useTranslation('opinions');
  const agreed = report.results.filter((one) => one.agreed);
  const open = report.results.filter((one) => !one.agreed);
  const others = report.results.filter((one) => differing(one).length > 0);
  return (
    <>
      <section>
        <h2>{t('reportAgreed')}</h2>
        {agreed.length === 0 && <p>{t('none')}</p>}
        {agreed.map((result) => (
          <Outcome key={result.key} result={result} />
        ))}
      </section>
      <section>
        <h2>{t('reportOpen')}</h2>
        {open.length === 0 && others.length === 0 && <p>{t('none')}</p>}
        {open.map((result) => (
          <Outcome key={result.key} result={result} />
        ))}
        {others.map((result) => (
          <Differing key={result.key} result={result} />
        ))}
      </section>
      {report.general.deemed > 0 && <Deemed report={report} />}
    </>
  );
}

type Counted = Pick<SlipResult, 'key' | 'question' | 'paper' | 'verdict'>;

/** What came of one item, and by which count. */
export function Outcome({ result }: { result: Counted }) {
  const { t } = useTranslation('opinions');
  const { key, question, verdict } = result;
  const { outcome, needed, denominator, decidedBy, deemed } = verdict;
  return (
    <div className={styles.outcome}>
      <h3>
        {t('item', { number: key })}. {question}
      </h3>
      <StatusBadge meaning={outcome === 'carried' ? 'for' : 'against'}>
        {t(`outcomes.${outcome}`)}
      </StatusBadge>
      <p className="nt-figures">
        <Counts result={result} />
        {needed !== null && ` · ${t('countNeeded', { needed, size: denominator.size })}`}
        {deemed > 0 && ` · ${t('countDeemed', { count: deemed })}`}
      </p>
      {decidedBy === 'no_quorum' && <p>{t('noQuorum')}</p>}
      {decidedBy === 'tie_rule' && <p>{t('tie')}</p>}
    </div>
  );
}

function Counts({ result: { verdict, paper } }: { result: Counted }) {
  const { t } = useTranslation('opinions');
  if (verdict.kind === 'motion') return t('countMotion', verdict.counts);
  if (verdict.kind !== 'choose' || paper.kind !== 'choose') return null;
  const votes = new Map(verdict.options.map((one) => [one.key, one.votes]));
  return paper.options
    .map(({ key, label }) => `${label}: ${t('votes', { count: votes.get(key) ?? 0 })}`)
    .join(' · ');
}

function Differing({ result }: { result: SlipResult }) {
  const { t } = useTranslation(['opinions', 'common']);
  const words = ({ marks }: SlipView) =>
    marks === null ? '' : marksWords(t, result, result.verdict.ruleSet, marks);
  return (
    <div className={styles.outcome}>
      <h3>
        {t('item', { number: result.key })} · {t('differing')}
      </h3>
      <ul className={styles.people}>
        {differing(result).map((view) => (
          <li key={view.personId}>
            <strong>{view.fullName}</strong> · {words(view)}
            {view.opinion && <span className={styles.words}>{view.opinion}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Deemed({ report }: { report: SlipReport }) {
  const { t } = useTranslation('opinions');
  const silent = report.results[0]?.views.filter(({ marks }) => marks === null) ?? [];
  return (
    <section>
      <h2>{t('reportDeemed')}</h2>
      <ul className={styles.people}>
        {silent.map(({ personId, fullName, office }) => (
          <li key={personId}>
            {fullName}
            {office && ` · ${office}`}
          </li>
        ))}
      </ul>
      <p className={styles.help}>{t(`silence.${report.ruleSet.silence}`)}</p>
    </section>
  );
}
