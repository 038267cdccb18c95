import { useTranslation } from 'react-i18next';
import { CountFilter } from '../../primitives/CountFilter.tsx';
import { type Group, groups } from './people.ts';

interface GroupFilterProps {
  counts: Readonly<Record<Group, number>>;
  value: Group;
  onChange: (group: Group) => void;
}

/** How many are in each group; pressing one shows only those. */
export function GroupFilter({ counts, value, onChange }: GroupFilterProps) {
  const { t } = useTranslation('people');
  return (
    <CountFilter
      label={t('groups')}
      choices={groups.map((id) => ({ id, label: t(`group.${id}`), count: counts[id] }))}
      value={value}
      onChange={onChange}
    />
  );
}
