import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../models/belenios/archive/verify.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import styles from './ElectionRecord.module.css';

/** The first thing that is wrong, in plain words; the others are often only what follows from it. */
export function FaultFound({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('electionRecord');
  const [first] = findings;
  if (first === undefined) return null;
  const { code, event, message } = first;
  return (
    <Notice tone="error" title={t('wrongTitle')}>
      <p>
        {event !== undefined && `${t('event', { event })}: `}
        {t(`faults.${code}`)}
      </p>
      <p className={styles.exact}>
        {t('exactly')} <code lang="en">{message}</code>
      </p>
      {findings.length > 1 && <p>{t('moreFaults', { count: findings.length - 1 })}</p>}
      <p>{t('wrongAdvice')}</p>
    </Notice>
  );
}
