import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import styles from './RollDesk.module.css';
import type { RollActs } from './useRollActs.ts';

interface BulkBarProps {
  chosen: ReadonlySet<Id>;
  acts: RollActs;
  onCorrect: () => void;
  onDone: () => void;
}

/**
 * What can be done with everyone who is ticked. It has its place above the list also while nobody is, so that no row
 * moves away from under a finger.
 */
export function BulkBar({ chosen, acts, onCorrect, onDone }: BulkBarProps) {
  const { t } = useTranslation('roll');
  if (chosen.size === 0) return <p className={styles.noneChosen}>{t('noneChosen')}</p>;
  const act = async (to: 'left' | 'returned') => {
    await acts.correct([...chosen], to);
    onDone();
  };
  return (
    <section className={styles.bar} aria-label={t('chosenActs')}>
      <span className={styles.chosen}>{t('chosen', { count: chosen.size })}</span>
      <Button icon={LogOut} onPress={() => act('left')}>
        {t('leave')}
      </Button>
      <Button icon={LogIn} onPress={() => act('returned')}>
        {t('return')}
      </Button>
      <Button icon={Pencil} onPress={onCorrect}>
        {t('correct')}
      </Button>
      <Button kind="quiet" onPress={onDone}>
        {t('chooseNone')}
      </Button>
    </section>
  );
}
