import { useQuery } from '@tanstack/react-query';
import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../models/contracts/identity.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { peopleQuery } from '../lists.ts';
import { type HandOver, HandOverDialog } from './HandOverDialog.tsx';
import { PersonSheet } from './PersonSheet.tsx';

export function PeoplePage() {
  const { t } = useTranslation('administration');
  const query = useQuery(peopleQuery);
  const [handOver, setHandOver] = useState<HandOver | null>(null);
  const columns: readonly Column<Person>[] = [
    { id: 'fullName', header: t('people.fullName'), value: ({ fullName }) => fullName },
    { id: 'office', header: t('people.office'), value: ({ office }) => office },
    {
      id: 'organisation',
      header: t('people.organisation'),
      value: ({ organisationName }) => organisationName ?? '',
    },
    { id: 'username', header: t('people.username'), value: ({ username }) => username },
    {
      id: 'role',
      header: t('people.role'),
      value: ({ systemRole }) => t(`people.roles.${systemRole}`),
    },
    {
      id: 'lastSignIn',
      header: t('people.lastSignIn'),
      value: ({ lastSignInAt }) => lastSignInAt ?? '',
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? '' : formatDateTime(lastSignInAt)),
    },
  ];
  return (
    <>
      <CataloguePage
        title={t('people.title')}
        description={t('people.description')}
        addLabel={t('people.add')}
        query={query}
        columns={columns}
        icon={UserRound}
        emptyTitle={t('people.emptyTitle')}
        emptyText={t('people.emptyText')}
        editor={(person, close) => (
          <PersonSheet
            person={person}
            all={query.data?.items ?? []}
            columns={columns}
            onClose={close}
            onHandOver={setHandOver}
          />
        )}
      />
      {handOver !== null && (
        <HandOverDialog handOver={handOver} onClose={() => setHandOver(null)} />
      )}
    </>
  );
}
