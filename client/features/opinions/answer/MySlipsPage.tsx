import FilePenLine from 'lucide-react/icons/file-pen-line';
import { useTranslation } from 'react-i18next';
import { type MySlipSummary, listMySlips } from '../../../../models/contracts/opinions.ts';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { SlipState } from '../SlipState.tsx';
import { SlipLines, waitsForAnswer } from './SlipsToAnswer.tsx';
import styles from '../Slips.module.css';
import { useSlipNotices } from '../useSlipNotices.ts';
import { numberOf } from '../slip-number.ts';

/** What I was asked in writing: to answer, answered, over. */
export function MySlipsPage() {
  const { t } = useTranslation('opinions');
  useSlipNotices();
  const { data, error, refetch } = useQueryRoute(listMySlips);
  const items = data?.items;
  return (
    <>
      <PageHeader title={t('mine')} description={t('mineText')} />
      {items === undefined && error && (
        <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
      )}
      {items === undefined && !error && <Skeleton height={12} />}
      {items?.length === 0 && (
        <EmptyState icon={FilePenLine} title={t('noneMine')}>
          {t('noneMineText')}
        </EmptyState>
      )}
      {items && items.length > 0 && <Lists items={items} />}
    </>
  );
}

function Lists({ items }: { items: readonly MySlipSummary[] }) {
  const { t } = useTranslation('opinions');
  const waiting = items.filter(waitsForAnswer);
  const answered = items.filter((one) => one.state === 'sent' && !waitsForAnswer(one));
  const past = items.filter(({ state }) => state !== 'sent');
  return (
    <div className={styles.sections}>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('toAnswer')}</h2>
        {waiting.length === 0 ? (
          <p className={styles.help}>{t('noneToAnswer')}</p>
        ) : (
          <SlipLines slips={waiting} />
        )}
      </section>
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered">{t('answered')}</h2>
          <SlipLines slips={answered} />
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t('past')}</h2>
          <ul className={styles.lines}>
            {past.map((slip) => (
              <PastLine key={slip.id} slip={slip} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function PastLine({ slip }: { slip: MySlipSummary }) {
  const { t } = useTranslation('opinions');
  const { id, title, state, closedAt, bodyName } = slip;
  return (
    <li className={styles.line}>
      <span className={styles.lineWords}>
        <span className={styles.number}>
          {t('number', numberOf(slip))} · {bodyName}
          {closedAt && ` · ${formatDateTime(closedAt)}`}
        </span>
        <span className={styles.lineTitle}>
          <Link to={state === 'closed' ? `/slips/${id}/report` : `/slips/${id}`}>{title}</Link>
        </span>
      </span>
      <SlipState state={state} look="plain" />
    </li>
  );
}
