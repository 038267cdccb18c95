import { useQuery } from '@tanstack/react-query';
import UsersRound from 'lucide-react/icons/users-round';
import { useTranslation } from 'react-i18next';
import type { Body } from '../../../../models/contracts/meetings.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { useRuleWords } from '../../../primitives/rules/useRuleWords.ts';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { bodiesQuery, organisationsQuery } from '../lists.ts';
import { BodySheet } from './BodySheet.tsx';

export function BodiesPage() {
  const { t } = useTranslation(['planning', 'rules']);
  const query = useQuery(bodiesQuery);
  const organisations = useQuery(organisationsQuery).data?.items;
  const { short } = useRuleWords();
  const columns: readonly Column<Body>[] = [
    { id: 'name', header: t('bodies.name'), value: ({ name }) => name, width: '30%' },
    {
      id: 'organisation',
      header: t('bodies.organisation'),
      width: '18%',
      value: ({ organisationId }) =>
        organisations?.find(({ id }) => id === organisationId)?.name ?? '',
    },
    {
      id: 'chair',
      header: t('roles.chair'),
      width: '17%',
      value: ({ members }) => members.find(({ role }) => role === 'chair')?.fullName ?? '',
    },
    {
      id: 'members',
      header: t('bodies.members'),
      value: ({ members }) => members.length,
      align: 'end',
    },
    { id: 'rules', header: t('title', { ns: 'rules' }), value: ({ ruleSet }) => short(ruleSet) },
  ];
  return (
    <CataloguePage
      title={t('bodies.title')}
      description={t('bodies.description')}
      addLabel={t('bodies.add')}
      query={query}
      columns={columns}
      icon={UsersRound}
      emptyTitle={t('bodies.emptyTitle')}
      emptyText={t('bodies.emptyText')}
      editor={(body, close) => <BodySheet body={body} columns={columns} onClose={close} />}
    />
  );
}
