import { useTranslation } from 'react-i18next';
import type { AttendanceState, RollEntry } from '../../../../models/contracts/attendance.ts';
import { CountFilter } from '../../../primitives/CountFilter.tsx';
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
    <CountFilter label={t('filterByState')} choices={choices} value={value} onChange={onChange} />
  );
}
