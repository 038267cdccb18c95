import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Countdown } from '../../primitives/Countdown.tsx';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './Screen.module.css';
import { textSize } from './stage.ts';

interface ItemStageProps {
  meeting: Meeting;
  /** From 1. */
  number: number;
}

/** The item of the agenda and who presents it. */
export function ItemStage({ meeting, number }: ItemStageProps) {
  const { t } = useTranslation('screen');
  const offset = useClockOffset();
  const { agenda, currentItemSince } = meeting;
  const item = agenda[number - 1];
  if (item === undefined) return null;
  return (
    <>
      <p className={styles.soft}>{t('item', { number, total: agenda.length })}</p>
      <h1 className={styles.text} style={{ fontSize: `${textSize(item.title)}vw` }}>
        {item.title}
      </h1>
      {item.presenter && <p>{t('presenter', { name: item.presenter })}</p>}
      {currentItemSince !== null && item.minutes > 0 && (
        <p className={styles.speakerClock}>
          <Countdown
            allottedSeconds={item.minutes * 60}
            spokenMs={0}
            since={currentItemSince}
            offsetMs={offset}
            label={t('itemTime')}
            look="stage"
          />
        </p>
      )}
    </>
  );
}
