import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getSlip } from '../../../../models/contracts/opinions.ts';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { SlipDesk } from './SlipDesk.tsx';
import { SlipEditor } from '../editor/SlipEditor.tsx';
import { useSlipNotices } from '../useSlipNotices.ts';

/** One slip for the secretariat: prepared as long as it is a draft, followed once it is sent. */
export function SlipPage() {
  const { slipId = '' } = useParams();
  return slipId === 'new' ? (
    <SlipEditor key="new" slip={null} />
  ) : (
    <Opened key={slipId} slipId={slipId} />
  );
}

function Opened({ slipId }: { slipId: string }) {
  const { t } = useTranslation('opinions');
  useSlipNotices();
  const { data, error, refetch } = useQueryRoute(getSlip, { params: { slipId } });
  if (data?.state === 'draft') return <SlipEditor slip={data} />;
  if (data) return <SlipDesk slip={data} />;
  return (
    <>
      <PageHeader title={t('admin')} back={{ to: '/admin/slips', label: t('back') }} />
      {error ? (
        <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
      ) : (
        <Skeleton height={20} />
      )}
    </>
  );
}
