import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../models/belenios/archive/report.ts';
import styles from './Counted.module.css';
import { countedRows } from './counted-rows.ts';

/** The result in the words of the questions: each answer with its count and its bar. */
export function Counted({ report, counts }: { report: Report; counts: readonly bigint[][] }) {
  const { t } = useTranslation('electionRecord');
  const { ballots, name, questions } = report;
  const counted = ballots.filter(({ replacedBy }) => replacedBy === null).length;
  return (
    <>
      <p className="nt-figures">{t('turnout', { counted, credentials: report.credentials })}</p>
      {questions.map((question, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- questions stay where they are, and two may have the same words
        <section key={`${at} ${question.question}`} className={styles.question}>
          {question.question !== name && <h3>{question.question}</h3>}
          <ul className={styles.rows} aria-label={t('resultOf', { question: question.question })}>
            {countedRows(question, counts[at] ?? [], counted).map(({ answer, votes, share }) => (
              <li key={answer ?? 'blank'} className={styles.row}>
                <span className={styles.answer}>{answer ?? t('blank')}</span>
                <span className={styles.votes}>{votes}</span>
                <span className={styles.track}>
                  <span className={styles.bar} style={{ inlineSize: `${share * 100}%` }} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
