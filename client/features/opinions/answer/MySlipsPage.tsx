import FilePenLine from 'lucide-react/icons/file-pen-line';
import { useTranslation } from 'react-i18next';
import { type MySlipSummary, listMySlips } from '../../../../models/contracts/opinions.ts';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { Task, TaskList, Tasks } from '../../../primitives/TaskList.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { SlipState } from '../SlipState.tsx';
import { SlipLines, waitsForAnswer } from './SlipsToAnswer.tsx';
import styles from '../Slip.module.css';
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
  const { t } = useTranslation(['opinions', 'slips']);
  const waiting = items.filter(waitsForAnswer);
  const answered = items.filter((one) => one.state === 'sent' && !waitsForAnswer(one));
  const past = items.filter(({ state }) => state !== 'sent');
  return (
    <>
      <Tasks id="waiting" title={t('toAnswer', { ns: 'slips' })}>
        {waiting.length === 0 ? (
          <p className={styles.help}>{t('noneToAnswer')}</p>
        ) : (
          <SlipLines slips={waiting} />
        )}
      </Tasks>
      {answered.length > 0 && (
        <Tasks id="answered" title={t('answered')}>
          <SlipLines slips={answered} />
        </Tasks>
      )}
      {past.length > 0 && (
        <Tasks id="past" title={t('past')}>
          <TaskList>
            {past.map((slip) => (
              <PastLine key={slip.id} slip={slip} />
            ))}
          </TaskList>
        </Tasks>
      )}
    </>
  );
}

function PastLine({ slip }: { slip: MySlipSummary }) {
  const { t } = useTranslation(['opinions', 'slips']);
  const { id, title, state, closedAt, bodyName } = slip;
  const when = closedAt ? ` · ${formatDateTime(closedAt)}` : '';
  return (
    <Task
      origin={`${t('number', { ns: 'slips', ...numberOf(slip) })} · ${bodyName}${when}`}
      title={<Link to={state === 'closed' ? `/slips/${id}/report` : `/slips/${id}`}>{title}</Link>}
      act={<SlipState state={state} look="plain" />}
    />
  );
}
