import { useQuery } from '@tanstack/react-query';
import Building2 from 'lucide-react/icons/building-2';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../../../models/contracts/identity.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { organisationsQuery } from '../lists.ts';
import { OrganisationSheet } from './OrganisationSheet.tsx';
import styles from './Organisations.module.css';
import { treeOf } from './tree.ts';

const inTree = (organisations: readonly Organisation[]) =>
  treeOf(organisations).map(({ organisation }) => organisation);

export function OrganisationsPage() {
  const { t } = useTranslation('administration');
  const query = useQuery(organisationsQuery);
  const items = query.data?.items;
  const { names, depths } = useMemo(() => lookUps(items ?? []), [items]);
  const columns: readonly Column<Organisation>[] = [
    {
      id: 'name',
      header: t('organisations.name'),
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <span
          className={styles.branch}
          style={{ paddingInlineStart: `${(depths.get(id) ?? 0) * 1.5}rem` }}
        >
          {name}
        </span>
      ),
      width: '45%',
    },
    {
      id: 'shortName',
      header: t('organisations.shortName'),
      value: ({ shortName }) => shortName,
    },
    {
      id: 'parent',
      header: t('organisations.parent'),
      value: ({ parentId }) => (parentId && names.get(parentId)) ?? '',
    },
  ];
  return (
    <CataloguePage
      title={t('organisations.title')}
      description={t('organisations.description')}
      addLabel={t('organisations.add')}
      query={query}
      columns={columns}
      arrange={inTree}
      icon={Building2}
      emptyTitle={t('organisations.emptyTitle')}
      emptyText={t('organisations.emptyText')}
      editor={(organisation, close) => (
        <OrganisationSheet
          organisation={organisation}
          all={items ?? []}
          columns={columns}
          onClose={close}
        />
      )}
    />
  );
}

const lookUps = (items: readonly Organisation[]) => ({
  names: new Map(items.map(({ id, name }) => [id, name])),
  depths: new Map(treeOf(items).map(({ organisation, depth }) => [organisation.id, depth])),
});
