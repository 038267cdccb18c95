import Clock from 'lucide-react/icons/clock';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../primitives/Clock.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { formatDateTime } from '../../primitives/dates.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './Deadline.module.css';
import { remainingUntil } from './remaining.ts';

/** Until when to answer, and in words how long that is. */
export function Deadline({ at }: { at: string }) {
  const { t } = useTranslation('slips');
  const { unit, count } = remainingUntil(at, useNow(useClockOffset()));
  const left = unit === 'over' ? t('remaining.over') : t(`remaining.${unit}`, { count });
  return (
    <span className={styles.deadline}>
      <Icon of={Clock} />
      <span>
        {t('due', { when: formatDateTime(at) })} <strong>({left})</strong>
      </span>
    </span>
  );
}
