import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Meter } from 'react-aria-components/Meter';
import { useTranslation } from 'react-i18next';
import type { Quorum } from '../../models/contracts/attendance.ts';
import { Icon } from './Icon.tsx';
import styles from './QuorumBar.module.css';
import { cx } from './cx.ts';

export interface QuorumBarProps {
  quorum: Quorum;
  /** `words` leaves out the bar, for a line of facts. */
  look?: 'bar' | 'words';
}

/** How many members are present, how many must be, and whether that is enough. */
export function QuorumBar({ quorum, look = 'bar' }: QuorumBarProps) {
  const { t } = useTranslation();
  const { members, present, needed, reached } = quorum;
  const words = reached
    ? t('quorumReached', { present, members, needed })
    : t('quorumMissing', { present, members, needed, missing: needed - present });
  const line = (
    <span className={cx(styles.words, reached ? styles.reached : styles.missing)}>
      <Icon of={reached ? CircleCheck : TriangleAlert} />
      <span>{words}</span>
    </span>
  );
  if (look === 'words') return line;
  return (
    <Meter
      className={cx(styles.quorum)}
      aria-label={t('quorumLabel')}
      value={present}
      maxValue={Math.max(members, 1)}
      valueLabel={words}
    >
      {({ percentage }) => (
        <>
          {line}
          <span className={styles.track}>
            <span
              className={cx(styles.fill, reached && styles.enough)}
              style={{ inlineSize: `${percentage}%` }}
            />
            <span
              className={styles.mark}
              style={{ insetInlineStart: `${(100 * needed) / Math.max(members, 1)}%` }}
            />
          </span>
        </>
      )}
    </Meter>
  );
}
