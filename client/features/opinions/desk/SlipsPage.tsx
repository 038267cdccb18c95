import MailQuestionMark from 'lucide-react/icons/mail-question-mark';
import Plus from 'lucide-react/icons/plus';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type SlipSummary, listSlips } from '../../../../models/contracts/opinions.ts';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { SlipState } from '../SlipState.tsx';
import { useSlipNotices } from '../useSlipNotices.ts';

/** All slips, for the secretariat. */
export function SlipsPage() {
  const { t } = useTranslation('opinions');
  const navigate = useNavigate();
  useSlipNotices();
  const { data, error, refetch } = useQueryRoute(listSlips);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('admin')}
        description={t('adminText')}
        actions={
          <Link to="/admin/slips/new" kind="primary" icon={Plus}>
            {t('add')}
          </Link>
        }
      />
      {error && data === undefined ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Table
          label={t('admin')}
          columns={columns}
          rows={data?.items}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/admin/slips/${id}`)}
          empty={
            <EmptyState icon={MailQuestionMark} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<SlipSummary>[] {
  const { t } = useTranslation('opinions');
  return [
    { id: 'title', header: t('columns.title'), value: ({ title }) => title, width: '36%' },
    {
      id: 'number',
      header: t('columns.number'),
      value: ({ number, year }) => (number === null ? '' : `${number}/${year}`),
      // Else a number is broken in its middle.
      width: '10%',
    },
    { id: 'body', header: t('columns.body'), value: ({ bodyName }) => bodyName },
    {
      id: 'deadline',
      header: t('columns.deadline'),
      value: ({ deadline }) => deadline,
      cell: ({ deadline }) => formatDateTime(deadline),
    },
    {
      id: 'answered',
      header: t('columns.answered'),
      value: ({ answered }) => answered,
      cell: ({ state, answered, recipients }) =>
        state === 'draft' ? '' : `${answered}/${recipients}`,
      align: 'end',
    },
    {
      id: 'state',
      header: t('columns.state'),
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => <SlipState state={state} look="plain" />,
    },
  ];
}
