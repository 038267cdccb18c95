import { useTranslation } from 'react-i18next';
import type { Device, PairedKind } from '../../../models/contracts/identity.ts';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import styles from './Device.module.css';
import { usePairing } from './usePairing.ts';

export interface DevicePairingProps {
  kind: PairedKind;
  /** What this browser is paired as already, when that is another kind. */
  pairedAs: Device | null;
  onPaired: () => unknown;
}

/** A large code that an administrator types in under Devices; it goes on by itself once confirmed. */
export function DevicePairing({ kind, pairedAs, onPaired }: DevicePairingProps) {
  const { t } = useTranslation('device');
  const { pairing, error } = usePairing(kind, onPaired);
  return (
    <main className={styles.page} data-theme="dark">
      <PageTitle>{t(`title.${kind}`)}</PageTitle>
      <h1 className={styles.title}>{t(`title.${kind}`)}</h1>
      {pairedAs !== null && pairedAs.revokedAt === null && (
        <p className={styles.line}>{t('otherKind', { name: pairedAs.name })}</p>
      )}
      {pairing && (
        <>
          <p className={styles.line}>{t('how')}</p>
          <p className={styles.code} aria-label={t('code')}>
            {halves(pairing.code).map((half) => (
              <span key={half}>{half}</span>
            ))}
          </p>
          <p className={styles.small}>{t('validUntil', { time: formatTime(pairing.expiresAt) })}</p>
        </>
      )}
      <p className={styles.small} role="status">
        {error === null ? t('waiting') : errorTitle(errorCodeOf(error))}
      </p>
    </main>
  );
}

/** Eight signs are read and typed more surely as two groups. */
const halves = (code: string): string[] => {
  const signs = code.replaceAll(/[\s-]/g, '');
  return [signs.slice(0, 4), signs.slice(4)];
};
