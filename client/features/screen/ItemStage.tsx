import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../models/contracts/meetings.ts';
import styles from './Screen.module.css';
import { textSize } from './stage.ts';

interface ItemStageProps {
  agenda: readonly AgendaItem[];
  /** From 1. */
  number: number;
}

/** The item of the agenda and who presents it. */
export function ItemStage({ agenda, number }: ItemStageProps) {
  const { t } = useTranslation('screen');
  const item = agenda[number - 1];
  if (item === undefined) return null;
  return (
    <>
      <p className={styles.soft}>{t('item', { number, total: agenda.length })}</p>
      <h1 className={styles.text} style={{ fontSize: `${textSize(item.title)}vw` }}>
        {item.title}
      </h1>
      {item.presenter && <p>{t('presenter', { name: item.presenter })}</p>}
    </>
  );
}
