import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Device,
  type PairedKind,
  getDeviceSession,
} from '../../../models/contracts/identity.ts';
import { ConnectionProvider, useConnection } from '../../realtime/provider.tsx';
import { routeKey, routeQuery } from '../../realtime/queries.ts';
import { isRefusal, onRefusal } from '../../realtime/refusal.ts';
import styles from './Device.module.css';
import { DevicePairing } from './DevicePairing.tsx';

export interface DeviceGateProps {
  kind: PairedKind;
  /** What the paired device shows. A connection of its own stands above it. */
  children: (device: Device) => ReactNode;
}

/** How often a device asks whether it is still paired; a revoked one loses its connection at once anyway. */
const checkEveryMs = 30_000;
const retryEveryMs = 3_000;

/** Lets a paired device of the kind through; any other browser shows the pairing code. */
export function DeviceGate({ kind, children }: DeviceGateProps) {
  const { t } = useTranslation('device');
  const session = useQuery({
    ...routeQuery(getDeviceSession),
    refetchInterval: ({ state }) => (state.status === 'error' ? retryEveryMs : checkEveryMs),
    refetchIntervalInBackground: true,
  });
  const device = session.data?.device ?? null;
  if (session.data === undefined)
    return <Curtain>{session.isError ? t('unreachable') : t('starting')}</Curtain>;
  if (device === null || device.kind !== kind || device.revokedAt !== null)
    return <DevicePairing kind={kind} pairedAs={device} onPaired={session.refetch} />;
  return (
    <ConnectionProvider as={device.id}>
      <RevocationWatch />
      {children(device)}
    </ConnectionProvider>
  );
}

/** A whole quiet page with one line: nobody stands at the keyboard of a device. */
const Curtain = ({ children }: { children: ReactNode }) => (
  <main className={styles.page} data-theme="dark">
    <p className={styles.line} role="status">
      {children}
    </p>
  </main>
);

/** A device that is suddenly a stranger to the server, or was cut off, asks at once who it is. */
function RevocationWatch() {
  const client = useQueryClient();
  const { onRestored } = useConnection();
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: routeKey(getDeviceSession) });
    const stops = [
      onRestored(ask),
      onRefusal((refusal) => {
        if (isRefusal(refusal, 'not_signed_in') || isRefusal(refusal, 'device_revoked')) ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, onRestored]);
  return null;
}
