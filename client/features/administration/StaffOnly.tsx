import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { Link } from '../../primitives/Link.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { useMe } from '../../realtime/session.tsx';

/** The administration is for administrators and the secretariat; the server refuses everyone else anyway. */
export function StaffOnly() {
  const { t } = useTranslation('administration');
  const { isStaff } = useMe();
  if (isStaff) return <Outlet />;
  return (
    <>
      <PageHeader title={t('staffOnlyTitle')} />
      <EmptyState
        icon={LockKeyhole}
        title={t('staffOnlyText')}
        action={<Link to="/">{t('staffOnlyBack')}</Link>}
      />
    </>
  );
}
