import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { moved } from '../ordering.ts';
import styles from './Rows.module.css';

interface OrderButtonsProps<T> {
  /** What the entry is called; read out with each button. */
  name: string;
  list: readonly T[];
  at: number;
  onChange: (list: T[]) => void;
}

/** Moves an entry of an ordered list, or takes it out. */
export function OrderButtons<T>({ name, list, at, onChange }: OrderButtonsProps<T>) {
  const { t } = useTranslation('administration');
  return (
    <div className={styles.buttons}>
      <IconButton
        size="small"
        icon={ChevronUp}
        label={t('moveUp', { name })}
        isDisabled={at === 0}
        onPress={() => onChange(moved(list, at, -1))}
      />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={t('moveDown', { name })}
        isDisabled={at === list.length - 1}
        onPress={() => onChange(moved(list, at, 1))}
      />
      <IconButton
        size="small"
        icon={X}
        label={t('removeItem', { ns: 'common', name })}
        onPress={() => onChange(list.toSpliced(at, 1))}
      />
    </div>
  );
}
