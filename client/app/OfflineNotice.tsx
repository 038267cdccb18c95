import WifiOff from 'lucide-react/icons/wifi-off';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../primitives/Icon.tsx';
import styles from './OfflineNotice.module.css';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** A bar while the machine has no network; it takes no place otherwise. */
export function OfflineNotice() {
  const { t } = useTranslation('shell');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <output className={styles.region}>
      {!isOnline && (
        <span className={styles.bar}>
          <Icon of={WifiOff} />
          {t('offline')}
        </span>
      )}
    </output>
  );
}
