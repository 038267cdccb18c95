import Armchair from 'lucide-react/icons/armchair';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../primitives/Icon.tsx';
import styles from './PreJoin.module.css';

/** In place of the own picture for those who sit in the hall. */
export function HallNotice({ isInHall }: { isInHall: boolean }) {
  const { t } = useTranslation('room');
  return (
    <div className={styles.hall}>
      <Icon of={Armchair} size="3rem" />
      <p className={styles.hallTitle}>{t('companion.title')}</p>
      <p className={styles.soft}>{t(isInHall ? 'companion.present' : 'companion.before')}</p>
    </div>
  );
}
