import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { AttendanceState, RollEntry } from '../../../../models/contracts/attendance.ts';
import { cx } from '../../../primitives/cx.ts';
import styles from './Roll.module.css';
import { countStates, statesInOrder } from './roll-rules.ts';

interface StateFilterProps {
  entries: readonly RollEntry[];
  value: AttendanceState | 'all';
  onChange: (value: AttendanceState | 'all') => void;
}

/** How many are in each state; pressing one shows only those. */
export function StateFilter({ entries, value, onChange }: StateFilterProps) {
  const { t } = useTranslation('roll');
  const counts = countStates(entries);
  const choices = [
    { id: 'all' as const, label: t('all'), count: entries.length },
    ...statesInOrder.map((id) => ({ id, label: t(`short.${id}`), count: counts[id] })),
  ];
  return (
    <ToggleButtonGroup
      aria-label={t('filterByState')}
      className={cx(styles.filter)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {choices.map(({ id, label, count }) => (
        <ToggleButton key={id} id={id} className={cx(styles.choice)}>
          {label} <span className={styles.count}>{count}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
