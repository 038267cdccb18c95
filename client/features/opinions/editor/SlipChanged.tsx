import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import styles from './Editor.module.css';

interface SlipChangedProps {
  /** Of what somebody else has saved. */
  title: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Someone else has saved the slip in the meantime: whose is to stand. */
export function SlipChanged({ title, onKeepMine, onTakeTheirs }: SlipChangedProps) {
  const { t } = useTranslation('opinions');
  return (
    <Notice
      tone="attention"
      title={t('changedTitle')}
      action={
        <div className={styles.acts}>
          <Button onPress={onKeepMine}>{t('keepMine')}</Button>
          <Button kind="quiet" onPress={onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
        </div>
      }
    >
      <p>{t('changedText', { title })}</p>
    </Notice>
  );
}
