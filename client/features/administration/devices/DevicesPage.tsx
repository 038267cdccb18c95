import Cable from 'lucide-react/icons/cable';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, listDevices } from '../../../../models/contracts/identity.ts';
import type { Issued } from '../../../../models/contracts/systems.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Switch } from '../../../primitives/Switch.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { useMe } from '../../../realtime/session.tsx';
import { DeviceSheet } from './DeviceSheet.tsx';
import { PairingSheet } from './PairingSheet.tsx';
import { SystemSheet } from './SystemSheet.tsx';
import { TokenDialog } from './TokenDialog.tsx';

/** Kiosks, big screens, and other systems. Only administrators change them; the secretariat sees which stand where. */
export function DevicesPage() {
  const { t } = useTranslation(['administration', 'systems']);
  const mayChange = useMe().systemRole === 'administrator';
  const query = useQueryRoute(listDevices, { query: { includeRevoked: 'true' } });
  const [showsRevoked, setShowsRevoked] = useState(false);
  const [opened, setOpened] = useState<Device | 'new' | 'system' | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  const close = () => setOpened(null);
  const all = query.data?.items;
  const rows = all?.filter(({ revokedAt }) => showsRevoked || revokedAt === null);
  const columns = useColumns(showsRevoked);
  return (
    <>
      <PageHeader
        title={t('devices.title')}
        description={t('devices.description')}
        actions={
          mayChange && (
            <>
              <Button kind="primary" icon={Plus} onPress={() => setOpened('new')}>
                {t('devices.add')}
              </Button>
              <Button icon={Cable} onPress={() => setOpened('system')}>
                {t('add', { ns: 'systems' })}
              </Button>
            </>
          )
        }
      />
      {query.isError && all === undefined ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Table
          label={t('devices.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          {...(mayChange && { onOpen: setOpened })}
          tools={
            all?.some(({ revokedAt }) => revokedAt !== null) && (
              <Switch
                label={t('devices.showRevoked')}
                value={showsRevoked}
                onChange={setShowsRevoked}
              />
            )
          }
          empty={
            <EmptyState icon={MonitorSmartphone} title={t('devices.emptyTitle')}>
              {t('devices.emptyText')}
            </EmptyState>
          }
        />
      )}
      {opened === 'new' && <PairingSheet onClose={close} />}
      {opened === 'system' && <SystemSheet onClose={close} onIssued={setIssued} />}
      {opened !== null && typeof opened === 'object' && (
        <DeviceSheet device={opened} onClose={close} />
      )}
      {issued && <TokenDialog issued={issued} onClose={() => setIssued(null)} />}
    </>
  );
}

function useColumns(showsRevoked: boolean): readonly Column<Device>[] {
  const { t } = useTranslation('administration');
  const columns: Column<Device>[] = [
    { id: 'name', header: t('devices.name'), value: ({ name }) => name },
    { id: 'kind', header: t('devices.kind'), value: ({ kind }) => t(`devices.kinds.${kind}`) },
    { id: 'room', header: t('devices.room'), value: ({ roomName }) => roomName ?? '' },
    {
      id: 'lastSeen',
      header: t('devices.lastSeen'),
      value: ({ lastSeenAt }) => lastSeenAt ?? '',
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? '' : formatDateTime(lastSeenAt)),
    },
    {
      id: 'paired',
      header: t('devices.paired'),
      value: ({ pairedAt }) => pairedAt,
      cell: ({ pairedAt, pairedByName }) => `${formatDateTime(pairedAt)}, ${pairedByName}`,
    },
  ];
  const revoked: Column<Device> = {
    id: 'state',
    header: t('state'),
    value: ({ revokedAt }) => (revokedAt === null ? '' : t('devices.revoked')),
    cell: ({ revokedAt }) =>
      revokedAt === null ? '' : <StatusBadge meaning="neutral">{t('devices.revoked')}</StatusBadge>,
  };
  return showsRevoked ? [...columns, revoked] : columns;
}
