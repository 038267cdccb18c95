import { useInfiniteQuery } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AuditAction,
  type AuditEntry,
  auditActions,
  listAudit,
} from '../../../models/contracts/audit.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { Select } from '../../primitives/Select.tsx';
import { type Column, Table } from '../../primitives/Table.tsx';
import { formatDateTime } from '../../primitives/dates.ts';
import { callRoute } from '../../realtime/http.ts';
import { routeKey } from '../../realtime/queries.ts';
import styles from './AuditPage.module.css';
import { detailsInWords } from './details.ts';

const first: { before?: Id } = {};

/** Pages of the trace, newest first. */
const useAudit = (action: AuditAction | null) =>
  useInfiniteQuery({
    queryKey: [...routeKey(listAudit), { action }],
    queryFn: ({ pageParam, signal }) =>
      callRoute(listAudit, { query: { ...pageParam, ...(action && { action }) } }, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
    retry: false,
    networkMode: 'always',
  });

export function AuditPage() {
  const { t } = useTranslation('audit');
  const [action, setAction] = useState<AuditAction | null>(null);
  const columns = useColumns();
  const audit = useAudit(action);
  const words = t('actions', { returnObjects: true });
  const options = [
    { id: 'all' as const, label: t('all') },
    ...auditActions.map((id) => ({ id, label: words[id] })),
  ];
  const rows = audit.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {audit.isError && rows === undefined ? (
        <ErrorState error={audit.error} onRetry={audit.refetch} />
      ) : (
        <Table
          label={t('title')}
          filter={t('find')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          tools={
            <div className={styles.filter}>
              <Select
                label={t('filter')}
                isLabelHidden
                options={options}
                value={action ?? 'all'}
                onChange={(id) => setAction(id === 'all' ? null : id)}
              />
            </div>
          }
          empty={
            <EmptyState icon={History} title={action ? t('emptyFilter') : t('emptyTitle')}>
              {action === null && t('emptyText')}
            </EmptyState>
          }
        />
      )}
      <div className={styles.more}>
        {audit.isFetchNextPageError && <ErrorNotice error={audit.error} />}
        {audit.hasNextPage && <Button onPress={() => audit.fetchNextPage()}>{t('more')}</Button>}
        {rows && rows.length > 0 && !audit.hasNextPage && <p>{t('end')}</p>}
      </div>
    </>
  );
}

function useColumns(): readonly Column<AuditEntry>[] {
  const { t } = useTranslation('audit');
  const actions = t('actions', { returnObjects: true });
  const words = {
    facts: t('facts', { returnObjects: true }),
    values: t('values', { returnObjects: true }),
    yes: t('yes'),
    no: t('no'),
  };
  return [
    {
      id: 'at',
      header: t('when'),
      value: ({ at }) => formatDateTime(at, { seconds: true }),
      cell: ({ at }) => (
        <span className={styles.when}>{formatDateTime(at, { seconds: true })}</span>
      ),
      isUnsortable: true,
      width: '12rem',
    },
    {
      id: 'who',
      header: t('who'),
      value: ({ actorName, actorKind }) => actorName || t(`actors.${actorKind}`),
      isUnsortable: true,
      width: '18%',
    },
    {
      id: 'what',
      header: t('what'),
      value: ({ action }) => actions[action],
      isUnsortable: true,
      width: '18%',
    },
    { id: 'subject', header: t('subject'), value: ({ subject }) => subject, isUnsortable: true },
    {
      id: 'details',
      header: t('details'),
      value: ({ details }) => detailsInWords(details, words),
      isUnsortable: true,
    },
  ];
}
