import CloudAlert from 'lucide-react/icons/cloud-alert';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './ErrorState.module.css';
import { Icon } from './Icon.tsx';
import { errorCodeOf, errorReference, errorTitle } from './problems.ts';
import type { Action } from './usePending.ts';

export interface ErrorStateProps {
  error: unknown;
  /** What could not be done, for example "Chưa tải được danh sách phòng họp". */
  title?: string;
  onRetry?: Action;
}

/** Stands where content could not be loaded: what happened, that nothing is lost, what to do. */
export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon}>
        <Icon of={CloudAlert} size="2rem" />
      </span>
      <h2>{title ?? t('errorTitle')}</h2>
      <p>{errorTitle(errorCodeOf(error))}</p>
      <p className={styles.calm}>{t('nothingLost')}</p>
      {onRetry && (
        <Button icon={RotateCw} onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
      <p className={styles.code}>{t('errorCode', { code: errorReference(error) })}</p>
    </div>
  );
}
