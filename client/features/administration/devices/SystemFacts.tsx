import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, listDevices } from '../../../../models/contracts/identity.ts';
import { type Issued, renewSystemToken } from '../../../../models/contracts/systems.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Systems.module.css';
import { TokenDays, usualDays } from './TokenDays.tsx';
import { TokenDialog } from './TokenDialog.tsx';

/** What a system may do, until when, and when it last did. */
export function SystemFacts({ device }: { device: Device }) {
  const { t } = useTranslation('systems');
  const { scopes, expiresAt, lastSeenAt } = device;
  const end = expiresAt && { time: formatDateTime(expiresAt) };
  // oxlint-disable-next-line react/purity -- whether a token has ended is a matter of days
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  return (
    <div className={styles.facts}>
      <p>{t('scopes')}:</p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{t(`scope.${scope}`)}</li>
        ))}
      </ul>
      {end && <p>{t(isOver ? 'expired' : 'expiresAt', end)}</p>}
      <p>
        {lastSeenAt === null
          ? t('notYetUsed')
          : t('lastUsed', { time: formatDateTime(lastSeenAt) })}
      </p>
      {device.revokedAt === null && <Renew device={device} />}
    </div>
  );
}

function Renew({ device: { id, name } }: { device: Device }) {
  const { t } = useTranslation('systems');
  const [isAsking, setAsking] = useState(false);
  const [days, setDays] = useState(usualDays);
  const [issued, setIssued] = useState<Issued | null>(null);
  const { mutateAsync } = useMutationRoute(renewSystemToken, { invalidates: [listDevices] });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('renew')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('renewConfirm', { name })}
        confirmLabel={t('renew')}
        onConfirm={async () => {
          setIssued(await mutateAsync({ params: { deviceId: id }, body: { days } }));
        }}
      >
        <p>{t('renewHelp')}</p>
        <TokenDays value={days} onChange={setDays} />
      </ConfirmDialog>
      {issued && <TokenDialog issued={issued} onClose={() => setIssued(null)} />}
    </>
  );
}
