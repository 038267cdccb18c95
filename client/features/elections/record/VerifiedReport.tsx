import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../models/belenios/archive/report.ts';
import { Facts } from '../../../primitives/Facts.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { Counted } from './Counted.tsx';
import styles from './ElectionRecord.module.css';
import { useChecked } from './useChecked.ts';

interface VerifiedReportProps {
  report: Report;
  /** SHA-256 of the whole file. */
  hash: string;
  children: ReactNode;
}

/** What was verified, line by line, and what the record tells. */
export function VerifiedReport({ report, hash, children }: VerifiedReportProps) {
  const { t } = useTranslation('electionRecord');
  const checked = useChecked(report);
  const { state, name } = report;
  return (
    <>
      {state === 'decided' ? (
        <Notice tone="success" title={t('rightTitle')}>
          <p>{t('rightText')}</p>
        </Notice>
      ) : (
        <Notice tone="attention" title={t('unfinishedTitle')}>
          <p>{t(state === 'voting' ? 'unfinishedVoting' : 'unfinishedCounting')}</p>
        </Notice>
      )}
      {children}
      <section className={styles.part}>
        <h2>{name}</h2>
        {report.counts === null ? (
          <p>{t('noResult')}</p>
        ) : (
          <Counted report={report} counts={report.counts} />
        )}
      </section>
      <section className={styles.part}>
        <h2>{t('checkedTitle')}</h2>
        <ul className={styles.checks}>
          {checked.map((line) => (
            <li key={line}>
              <span className={styles.tick}>
                <Icon of={Check} />
              </span>
              {line}
            </li>
          ))}
        </ul>
      </section>
      <Notice tone="info" title={t('limitsTitle')}>
        <p>{t('limits')}</p>
      </Notice>
      <Facts
        facts={[
          [t('opened'), formatDateTime(new Date(report.openedAt * 1000).toISOString())],
          [t('uuid'), report.uuid],
          [t('fingerprint'), report.fingerprint],
          [t('head'), report.head],
          [t('fileHash'), state === 'decided' ? hash : null],
        ]}
      />
    </>
  );
}
