import type { UseQueryResult } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import type { IconType } from '../../../primitives/Icon.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Switch } from '../../../primitives/Switch.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import type { CatalogueRecord } from './record.ts';

export interface CatalogueProps<R extends CatalogueRecord> {
  title: string;
  description: string;
  /** Left out when the person may not add. */
  addLabel?: string;
  /** All records, those out of use too. */
  query: UseQueryResult<{ items: R[] }>;
  columns: readonly Column<R>[];
  /** How the rows stand when nobody sorts them. */
  arrange?: (records: readonly R[]) => readonly R[];
  icon: IconType;
  emptyTitle: string;
  emptyText: string;
  /** The sheet of one record, or of a new one. */
  editor: (record: R | null, close: () => void) => ReactNode;
}

const asIs = <R,>(records: readonly R[]) => records;

/** A list of records with their sheet: find, add, open, show those out of use. */
export function CataloguePage<R extends CatalogueRecord>(props: CatalogueProps<R>) {
  const { title, description, addLabel, query, columns, arrange = asIs, editor } = props;
  const { t } = useTranslation('administration');
  const [showsClosed, setShowsClosed] = useState(false);
  const [opened, setOpened] = useState<R | 'new' | null>(null);
  const close = () => setOpened(null);
  const all = query.data?.items;
  const rows = all && arrange(all).filter((record) => showsClosed || record.closedAt === null);
  const hasClosed = all?.some(({ closedAt }) => closedAt !== null) ?? false;
  const add = addLabel && (
    <Button kind="primary" icon={Plus} onPress={() => setOpened('new')}>
      {addLabel}
    </Button>
  );
  const state: Column<R> = {
    id: 'state',
    header: t('state'),
    value: ({ closedAt }) => (closedAt === null ? '' : t('outOfUse')),
    cell: ({ closedAt }) =>
      closedAt === null ? '' : <StatusBadge meaning="neutral">{t('outOfUse')}</StatusBadge>,
  };
  return (
    <>
      <PageHeader title={title} description={description} actions={add} />
      {query.isError && all === undefined ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Table
          label={title}
          columns={showsClosed ? [...columns, state] : columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={setOpened}
          openKey={opened === null || opened === 'new' ? undefined : opened.id}
          tools={
            hasClosed && (
              <Switch label={t('showOutOfUse')} value={showsClosed} onChange={setShowsClosed} />
            )
          }
          empty={
            <EmptyState icon={props.icon} title={props.emptyTitle}>
              {props.emptyText}
            </EmptyState>
          }
        />
      )}
      {opened !== null && editor(opened === 'new' ? null : opened, close)}
    </>
  );
}
